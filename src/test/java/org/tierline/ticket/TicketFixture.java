package org.tierline.ticket;

import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tierline.customer.Customer;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.EmailAddress;

/** Tickets for tests, as they are right after a customer wrote. */
public final class TicketFixture {

  public static final EmailAddress CARLA_MAIL = new EmailAddress("carla@customer.example");

  private TicketFixture() {}

  public static Customer carla() {
    return Customer.writingFrom(CARLA_MAIL, "Carla Customer", MONDAY_9AM);
  }

  public static Ticket aTicket() {
    return aTicketFrom(carla());
  }

  public static Ticket aTicketFrom(Customer customer) {
    return aTicket(5734, customer, "Printer on fire", "It burns.", MONDAY_9AM);
  }

  public static Ticket aTicket(
      long number, Customer customer, String subject, String text, Instant at) {
    return Ticket.open(
        new TicketNumber(number), subject, customer, Channel.EMAIL, Content.typed(text), at);
  }

  public static Ticket aTicket(long number, Customer customer, String subject, Content content) {
    return Ticket.open(
        new TicketNumber(number), subject, customer, Channel.EMAIL, content, MONDAY_9AM);
  }

  public static NewTicket aRequest(String subject, String text) {
    return new NewTicket(
        CARLA_MAIL,
        Optional.of("Carla Customer"),
        subject,
        Channel.EMAIL,
        Content.typed(text),
        Optional.empty());
  }

  /** A ticket in a database, of a customer of its own. */
  public static TicketId storedIn(TestDatabase database) {
    return database.inTransaction(
        em -> {
          Customer customer =
              Customer.writingFrom(
                  new EmailAddress(UUID.randomUUID() + "@customer.example"), "Carla", MONDAY_9AM);
          em.persist(customer);
          Tickets tickets = new JpaTickets(em);
          Ticket ticket =
              Ticket.open(
                  tickets.nextNumber(),
                  "Printer on fire",
                  customer,
                  Channel.EMAIL,
                  Content.typed("It burns."),
                  MONDAY_9AM);
          tickets.add(ticket);
          return ticket.id();
        });
  }
}
