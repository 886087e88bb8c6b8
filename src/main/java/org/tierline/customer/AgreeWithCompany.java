package org.tierline.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.transactions.Transactions;

/**
 * Use case: something is agreed with a company, for everybody who writes from its mail domain.
 *
 * <p>Each of those we know is told in a transaction of their own: a company may wait for hundreds
 * of tickets, and each is promised anew. Should the desk stop meanwhile, agreeing once more goes on
 * where it stopped; nothing is done twice.
 */
@ApplicationScoped
public class AgreeWithCompany {

  private static final System.Logger LOG = System.getLogger(AgreeWithCompany.class.getName());

  private final CompanyContracts companies;
  private final Customers customers;
  private final ChangeContract changeContract;
  private final Transactions transactions;

  @Inject
  public AgreeWithCompany(
      CompanyContracts companies,
      Customers customers,
      ChangeContract changeContract,
      Transactions transactions) {
    this.companies = companies;
    this.customers = customers;
    this.changeContract = changeContract;
    this.transactions = transactions;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AgreeWithCompany() {
    this(null, null, null, null);
  }

  /**
   * Holds for everybody we know there and for who writes from there later.
   *
   * @param domain as {@link CompanyContract#domain(String)} reads it
   * @param by the login of who says so
   */
  public void agree(String domain, Contract contract, String by) {
    transactions.inNew(
        () -> {
          companies
              .find(domain)
              .ifPresentOrElse(
                  known -> known.agree(contract),
                  () -> companies.add(new CompanyContract(domain, contract)));
          return true;
        });
    List<CustomerId> known =
        transactions.inNew(() -> customers.from(domain).stream().map(Customer::id).toList());
    for (CustomerId customer : known) {
      transactions.inNew(
          () -> {
            changeContract.change(customer, contract, by);
            return true;
          });
    }
    LOG.log(
        System.Logger.Level.INFO,
        "Company {0} by {1}: {2}, for {3} known customers",
        domain,
        by,
        contract.plan(),
        known.size());
  }

  /**
   * Who writes from there for the first time is on the usual contract again; those we know keep
   * theirs.
   *
   * @return false when nothing was agreed
   */
  public boolean end(String domain, String by) {
    boolean ended =
        transactions.inNew(
            () -> {
              Optional<CompanyContract> known = companies.find(domain);
              known.ifPresent(companies::remove);
              return known.isPresent();
            });
    LOG.log(System.Logger.Level.INFO, "Company {0} ended by {1}: {2}", domain, by, ended);
    return ended;
  }
}
