package org.tierline.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
  private final Facts facts;

  @Inject
  public ChangeContract(RecogniseCustomer recogniseCustomer, Customers customers, Facts facts) {
    this.recogniseCustomer = recogniseCustomer;
    this.customers = customers;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChangeContract() {
    this(null, null, null);
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
