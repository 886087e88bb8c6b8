package org.tierline.portal.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tierline.customer.ChangeContract;
import org.tierline.customer.CompanyContracts;
import org.tierline.customer.Contract;
import org.tierline.customer.Customer;
import org.tierline.customer.CustomerId;
import org.tierline.customer.Customers;
import org.tierline.customer.UnknownCustomerException;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** Reads customers and changes what was agreed with them, each in one transaction. */
@ApplicationScoped
@Transactional
public class CustomerViews {

  private static final int MOST = 100;
  private static final int MOST_TICKETS = 20;

  private final Customers customers;
  private final CompanyContracts companies;
  private final Tickets tickets;
  private final ChangeContract changeContract;

  @Inject
  public CustomerViews(
      Customers customers,
      CompanyContracts companies,
      Tickets tickets,
      ChangeContract changeContract) {
    this.customers = customers;
    this.companies = companies;
    this.tickets = tickets;
    this.changeContract = changeContract;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CustomerViews() {
    this(null, null, null, null);
  }

  /**
   * Customers that were looked for.
   *
   * @param more whether others are like that, too
   */
  public record Found(List<CustomerJson> customers, boolean more) {}

  /** A customer and what they asked for lately. */
  record Whole(CustomerJson customer, List<Request> requests) {}

  /** One of their tickets. */
  record Request(long number, String subject, String status, String statusClass) {

    private static Request of(Ticket ticket) {
      String status = ticket.status().name().toLowerCase(Locale.ROOT);
      return new Request(
          ticket.number().value(), ticket.subject(), status.replace('_', ' '), status);
    }
  }

  public Found search(String words) {
    List<Customer> found = customers.search(words, MOST + 1);
    return new Found(
        found.stream().limit(MOST).map(CustomerJson::of).toList(), found.size() > MOST);
  }

  Whole whole(UUID id) {
    Customer customer = find(id);
    return new Whole(
        CustomerJson.of(customer),
        tickets.ofCustomer(customer.id(), MOST_TICKETS).stream().map(Request::of).toList());
  }

  void change(UUID id, Contract contract, String by) {
    changeContract.change(find(id).id(), contract, by);
  }

  CustomerJson agree(EmailAddress email, ContractBody body, String by) {
    return CustomerJson.of(changeContract.agree(email, body.name(), body.contract(), by));
  }

  public List<CompanyJson> companies() {
    return companies.all().stream().map(CompanyJson::of).toList();
  }

  private Customer find(UUID id) {
    try {
      return customers.get(new CustomerId(id));
    } catch (UnknownCustomerException e) {
      throw new NotFoundException(e);
    }
  }
}
