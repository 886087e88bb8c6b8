package org.tierline.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.events.Facts;
import org.tierline.platform.mail.EmailAddress;

/**
 * Use case: a lead, or the company's customer administration, says what was agreed with a customer,
 * before or after they first write.
 */
@ApplicationScoped
@Transactional
public class ChangeContract {

  private static final System.Logger LOG = System.getLogger(ChangeContract.class.getName());

  private final RecogniseCustomer recogniseCustomer;
  private final Customers customers;
  private final CompanyContracts companies;
  private final Facts facts;

  @Inject
  public ChangeContract(
      RecogniseCustomer recogniseCustomer,
      Customers customers,
      CompanyContracts companies,
      Facts facts) {
    this.recogniseCustomer = recogniseCustomer;
    this.customers = customers;
    this.companies = companies;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChangeContract() {
    this(null, null, null, null);
  }

  /**
   * Makes their acquaintance if need be.
   *
   * @param name what to call them if we do not know yet
   * @param by the login of who says so
   */
  public Customer agree(EmailAddress email, @Nullable String name, Contract contract, String by) {
    Customer customer = recogniseCustomer.recognise(email, name);
    change(customer, contract, by);
    return customer;
  }

  /**
   * @throws UnknownCustomerException if there is no such customer
   */
  public void change(CustomerId id, Contract contract, String by) {
    change(customers.get(id), contract, by);
  }

  /**
   * Holds for everybody we know there and for who writes from there later.
   *
   * @param domain as {@link CompanyContract#domain(String)} reads it
   */
  public CompanyContract agreeWithCompany(String domain, Contract contract, String by) {
    Optional<CompanyContract> known = companies.find(domain);
    known.ifPresent(company -> company.agree(contract));
    CompanyContract company = known.orElseGet(() -> new CompanyContract(domain, contract));
    if (known.isEmpty()) {
      companies.add(company);
    }
    customers.from(domain).forEach(customer -> change(customer, contract, by));
    LOG.log(System.Logger.Level.INFO, "Company {0} by {1}: {2}", domain, by, contract.plan());
    return company;
  }

  /**
   * Who writes from there for the first time is on the usual contract again; those we know keep
   * theirs.
   *
   * @return false when nothing was agreed
   */
  public boolean endWithCompany(String domain, String by) {
    Optional<CompanyContract> known = companies.find(domain);
    known.ifPresent(companies::remove);
    LOG.log(System.Logger.Level.INFO, "Company {0} ended by {1}", domain, by);
    return known.isPresent();
  }

  private void change(Customer customer, Contract contract, String by) {
    Contract before = customer.contract();
    if (before.equals(contract)) {
      return;
    }
    customer.agree(contract);
    facts.announce(new ContractChanged(customer.id(), before, contract, by));
    LOG.log(
        System.Logger.Level.INFO, "Customer {0} by {1}: {2}", customer.id(), by, contract.plan());
  }
}
