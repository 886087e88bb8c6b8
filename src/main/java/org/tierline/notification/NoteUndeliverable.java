package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tierline.customer.Customers;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailSent;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Notes in the ticket that a mail did not reach its reader, and about the customer where it is the
 * address that fails: they get no automatic mails until one gets through or they write.
 */
@ApplicationScoped
public class NoteUndeliverable {

  private static final System.Logger LOG = System.getLogger(NoteUndeliverable.class.getName());

  private final Tickets tickets;
  private final Customers customers;
  private final Clock clock;

  @Inject
  NoteUndeliverable(Tickets tickets, Customers customers, Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected NoteUndeliverable() {
    this(null, null, null);
  }

  void note(@Observes MailUndeliverable fact) {
    if (fact.audience() == Audience.CUSTOMER && fact.badAddress()) {
      customers
          .findByEmail(fact.recipient())
          .ifPresent(customer -> customer.mailFailed(fact.reason(), clock.instant()));
    }
    fact.ticket().map(TicketId::new).map(tickets::get).ifPresent(ticket -> note(ticket, fact));
  }

  /** What was said about an address no longer holds when a mail to it got through. */
  void noteSent(@Observes MailSent fact) {
    if (fact.audience() == Audience.CUSTOMER) {
      customers.reached(fact.recipient());
    }
  }

  private void note(Ticket ticket, MailUndeliverable fact) {
    ticket.note(
        HistoryKind.UNDELIVERED,
        Author.DESK,
        "mail to %s could not be delivered".formatted(fact.recipient()),
        fact.reason(),
        clock.instant());
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} a mail to {1} could not be delivered",
        ticket.number(),
        fact.audience() == Audience.CUSTOMER ? "the customer" : "staff");
  }
}
