package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.tierline.customer.Customer;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.events.Facts;

/** Use case: a message from any channel opens a ticket, and its lifecycle begins. */
@ApplicationScoped
@Transactional
public class OpenTicket {

  /** As long as a mail header may get, and the column behind it. */
  private static final int MAX_SUBJECT_LENGTH = 500;

  private static final System.Logger LOG = System.getLogger(OpenTicket.class.getName());

  private final Tickets tickets;
  private final RecogniseCustomer recogniseCustomer;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public OpenTicket(
      Tickets tickets, RecogniseCustomer recogniseCustomer, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.recogniseCustomer = recogniseCustomer;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OpenTicket() {
    this(null, null, null, null);
  }

  public Ticket open(NewTicket request) {
    Instant now = clock.instant();
    Customer customer =
        recogniseCustomer.recognise(request.requester(), request.requesterName().orElse(null));
    if (request.channel() == Channel.EMAIL) {
      customer.wroteByMail();
    }
    Ticket ticket =
        Ticket.open(
            tickets.nextNumber(),
            subject(request.subject()),
            customer,
            request.channel(),
            request.content(),
            now);
    request.entrance().ifPresent(ticket::cameThrough);
    request
        .relatesTo()
        .ifPresent(
            earlier ->
                ticket.note(HistoryKind.LINKED, Author.DESK, "relates to " + earlier, null, now));
    customer
        .mailFailsSince()
        .ifPresent(
            since ->
                ticket.note(
                    HistoryKind.UNDELIVERED,
                    Author.DESK,
                    "mails to %s have come back since %s".formatted(customer.email(), since),
                    customer.mailFailure().orElse(null),
                    now));
    tickets.add(ticket);
    facts.announce(new TicketOpened(ticket.id(), ticket.number()));
    LOG.log(System.Logger.Level.INFO, "{0} opened by {1}", ticket.number(), request.channel());
    return ticket;
  }

  private static String subject(String given) {
    String line = given.replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return "(no subject)";
    }
    return line.length() <= MAX_SUBJECT_LENGTH ? line : line.substring(0, MAX_SUBJECT_LENGTH);
  }
}
