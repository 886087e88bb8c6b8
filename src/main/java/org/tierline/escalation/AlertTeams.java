package org.tierline.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketTriaged;
import org.tierline.ticket.Tickets;

/**
 * Tells whole teams of a ticket in the moment it is triaged or handed over: those the analysts'
 * table names, and a team that wants to know of everything that comes to it.
 */
@ApplicationScoped
public class AlertTeams {

  private final Tickets tickets;
  private final Teams teams;
  private final AlertRoutes routes;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public AlertTeams(Tickets tickets, Teams teams, AlertRoutes routes, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.teams = teams;
    this.routes = routes;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AlertTeams() {
    this(null, null, null, null, null);
  }

  public void ticketTriaged(@Observes TicketTriaged fact) {
    Ticket ticket = tickets.get(fact.ticket());
    Map<TeamId, String> alerts = new LinkedHashMap<>();
    routes
        .teamsToAlert(ticket.category(), ticket.priority())
        .forEach(
            team ->
                alerts.put(
                    team,
                    "%s, priority %s"
                        .formatted(ticket.category(), ticket.priority())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')));
    if (wantsToKnow(ticket.team())) {
      alerts.putIfAbsent(ticket.team(), "came to " + ticket.team());
    }
    alerts.forEach((team, why) -> alert(ticket, team, why));
  }

  public void ticketEscalated(@Observes TicketEscalated fact) {
    if (!fact.from().equals(fact.to()) && wantsToKnow(fact.to())) {
      alert(tickets.get(fact.ticket()), fact.to(), "handed over by %s".formatted(fact.from()));
    }
  }

  private boolean wantsToKnow(TeamId team) {
    return teams.find(team).filter(Team::isAlertedOnArrival).isPresent();
  }

  private void alert(Ticket ticket, TeamId team, String why) {
    ticket.note(HistoryKind.TEAM_ALERTED, Author.DESK, "alerted " + team, why, clock.instant());
    facts.announce(new TeamAlerted(ticket.id(), team, why));
  }
}
