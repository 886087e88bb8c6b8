package org.tierline.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.ticket.Message;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Use case: hear what a new request signals in its subject and first message. */
@ApplicationScoped
@Transactional
public class DetectSignals {

  private final Tickets tickets;
  private final SignalTable table;

  @Inject
  public DetectSignals(Tickets tickets, SignalTable table) {
    this.tickets = tickets;
    this.table = table;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DetectSignals() {
    this(null, null);
  }

  public Signals detect(TicketId id) {
    Ticket ticket = tickets.get(id);
    Message request = ticket.messages().get(0);
    // a forwarded mail may consist of nothing but a quote
    String body = request.visibleReply().isBlank() ? request.text() : request.visibleReply();
    return table.signalsIn(ticket.subject() + "\n\n" + body);
  }
}
