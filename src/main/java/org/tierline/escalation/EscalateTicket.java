package org.tierline.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.agent.TeamId;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Author;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.Tickets;

/**
 * Use case: hand a ticket to a team that can help. The reason is the agent's last message for
 * colleagues, written when they decided to escalate.
 */
@ApplicationScoped
@Transactional
public class EscalateTicket {

  /** As much of the reason as a history entry holds; the message itself keeps all of it. */
  private static final int MAX_REASON_LENGTH = 2000;

  private static final System.Logger LOG = System.getLogger(EscalateTicket.class.getName());

  private final Tickets tickets;
  private final EscalationRoutes routes;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public EscalateTicket(Tickets tickets, EscalationRoutes routes, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.routes = routes;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EscalateTicket() {
    this(null, null, null, null);
  }

  /** The agent named no team: the table of routes does. */
  public TeamId escalate(TicketId id) {
    Ticket ticket = tickets.get(id);
    TeamId to = routes.routeFor(ticket.team(), ticket.category());
    hand(ticket, to);
    return to;
  }

  /** Hands it to this team. A ticket that is there already only leaves its owner's desk. */
  public void escalate(TicketId id, TeamId to) {
    hand(tickets.get(id), to);
  }

  private void hand(Ticket ticket, TeamId to) {
    TeamId from = ticket.team();
    boolean hadOwner = ticket.assignee().isPresent();
    Optional<Message> last = lastEscalation(ticket);
    Author by = last.map(Message::author).orElse(Author.DESK);
    String reason = last.map(Message::text).orElse("no reason given");
    ticket.escalate(to, by, shortened(reason), clock.instant());
    facts.announce(new TicketEscalated(ticket.id(), from, to, reason));
    if (hadOwner) {
      facts.announce(new TicketLeftAgent(ticket.id(), from));
    }
    LOG.log(System.Logger.Level.INFO, "{0} escalated from {1} to {2}", ticket.number(), from, to);
  }

  private static Optional<Message> lastEscalation(Ticket ticket) {
    return ticket.messages().stream()
        .filter(message -> message.purpose() == Purpose.ESCALATION)
        .reduce((earlier, later) -> later);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_REASON_LENGTH
        ? text
        : text.substring(0, MAX_REASON_LENGTH - 1) + "…";
  }
}
