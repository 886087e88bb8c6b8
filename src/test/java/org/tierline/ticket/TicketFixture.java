package org.tierline.ticket;

import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Instant;
import java.util.Optional;
import org.tierline.customer.Customer;
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
}
