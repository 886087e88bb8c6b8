package org.tierline.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
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
  private final Teams teams;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public EscalateTicket(
      Tickets tickets, EscalationRoutes routes, Teams teams, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.routes = routes;
    this.teams = teams;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EscalateTicket() {
    this(null, null, null, null, null);
  }

  /**
   * The agent named no team: the table of routes does.
   *
   * @return the team that has it now
   */
  public TeamId escalate(TicketId id) {
    Ticket ticket = tickets.get(id);
    return hand(ticket, routes.routeFor(ticket.team(), ticket.category()));
  }

  /**
   * Hands it to this team, or to the leads when it goes round in circles and not one of them sends
   * it there. A ticket that is there already only leaves its owner's desk.
   *
   * @return the team that has it now
   */
  public TeamId escalate(TicketId id, TeamId to) {
    return hand(tickets.get(id), to);
  }

  private TeamId hand(Ticket ticket, TeamId wanted) {
    TeamId from = ticket.team();
    Optional<String> circle =
        ticket.ownership().isSentByLead(wanted)
            ? Optional.empty()
            : PingPongPolicy.whyALeadDecides(
                from, wanted, ticket.ownership().formerTeams(), ticket.ownership().teamChanges());
    TeamId to = circle.isPresent() ? TeamId.LEAD : wanted;
    boolean hadOwner = ticket.assignee().isPresent();
    Optional<Message> last = lastEscalation(ticket);
    Author by = last.map(Message::author).orElse(Author.DESK);
    String given = last.map(Message::text).orElse("no reason given");
    String reason =
        circle
            .map(why -> "Meant for %s, but %s: a lead decides.\n\n%s".formatted(wanted, why, given))
            .orElse(given);
    ticket.escalate(to, by, shortened(reason), clock.instant());
    Optional<Team.Expectation> expectation =
        from.equals(to) ? Optional.empty() : teams.find(to).flatMap(Team::expectation);
    facts.announce(new TicketEscalated(ticket.id(), from, to, reason, expectation));
    if (hadOwner) {
      facts.announce(new TicketLeftAgent(ticket.id(), from));
    }
    LOG.log(System.Logger.Level.INFO, "{0} escalated from {1} to {2}", ticket.number(), from, to);
    return to;
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
