package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.tierline.agent.Agents;
import org.tierline.agent.TeamId;
import org.tierline.escalation.TeamAlerted;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStrayed;
import org.tierline.ticket.Tickets;

/** Tells a whole team of a ticket it has to know of at once. */
@ApplicationScoped
public class TellTeam {

  private final StaffPost post;
  private final Tickets tickets;
  private final Agents agents;

  @Inject
  TellTeam(StaffPost post, Tickets tickets, Agents agents) {
    this.post = post;
    this.tickets = tickets;
    this.agents = agents;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TellTeam() {
    this(null, null, null);
  }

  void alert(@Observes TeamAlerted fact) {
    Ticket ticket = tickets.get(fact.ticket());
    Notice notice =
        Notice.about(
            ticket,
            NoticeKind.TEAM_ALERT,
            "Ticket %s needs your eyes at once: %s".formatted(ticket.number(), fact.why()),
            "team-alert",
            Map.of("why", fact.why()));
    tell(fact.team(), notice);
    post.tellTeam(fact.team(), notice);
  }

  void callLeads(@Observes LeadCalled fact) {
    Ticket ticket = tickets.get(fact.ticket());
    tell(
        TeamId.LEAD,
        Notice.about(
            ticket,
            NoticeKind.DECISION,
            "Ticket %s waits for your decision: %s".formatted(ticket.number(), fact.why()),
            "lead-called",
            Map.of("why", fact.why())));
  }

  void reportStray(@Observes TicketStrayed fact) {
    Ticket ticket = tickets.get(fact.ticket());
    String what = fact.repaired() ? "went astray and was brought back" : "is astray";
    tell(
        TeamId.LEAD,
        Notice.about(
            ticket,
            fact.repaired() ? NoticeKind.DESK_TROUBLE : NoticeKind.DECISION,
            "Ticket %s %s: %s".formatted(ticket.number(), what, fact.problem()),
            "ticket-astray",
            Map.of("problem", fact.problem(), "repaired", fact.repaired())));
  }

  private void tell(TeamId team, Notice notice) {
    agents.membersOf(team).forEach(member -> post.tell(member, notice));
  }
}
