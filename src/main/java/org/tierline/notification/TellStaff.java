package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.escalation.TicketEscalated;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketTakenOver;
import org.tierline.ticket.Tickets;

/** Tells staff which ticket needs them now, and why. */
@ApplicationScoped
public class TellStaff {

  private final StaffPost post;
  private final Postbox postbox;
  private final Tickets tickets;
  private final Agents agents;
  private final Roster roster;
  private final Clock clock;

  @Inject
  TellStaff(
      StaffPost post, Postbox postbox, Tickets tickets, Agents agents, Roster roster, Clock clock) {
    this.post = post;
    this.postbox = postbox;
    this.tickets = tickets;
    this.agents = agents;
    this.roster = roster;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TellStaff() {
    this(null, null, null, null, null, null);
  }

  void tellOfWork(@Observes TicketAssigned fact) {
    Ticket ticket = tickets.get(fact.ticket());
    agents
        .find(fact.agent())
        .ifPresent(
            tell(
                Notice.about(
                    ticket,
                    NoticeKind.ASSIGNED,
                    "Ticket %s is yours now: %s".formatted(ticket.number(), ticket.subject()),
                    "assigned",
                    Map.of("priority", ticket.priority().name().toLowerCase(Locale.ROOT)))));
  }

  void tellOfTakeOver(@Observes TicketTakenOver fact) {
    Ticket ticket = tickets.get(fact.ticket());
    String whose =
        fact.to()
            .flatMap(agents::find)
            .map(next -> "%s goes on with it".formatted(next.displayName()))
            .orElseGet(() -> "it waits in the queue of %s".formatted(ticket.team()));
    agents
        .find(fact.from())
        .ifPresent(
            tell(
                Notice.about(
                    ticket,
                    NoticeKind.ASSIGNED,
                    "Ticket %s is no longer yours: %s".formatted(ticket.number(), whose),
                    "taken-over",
                    Map.of("whose", whose))));
  }

  void tellOfAnswer(@Observes CustomerWrote fact) {
    Ticket ticket = tickets.get(fact.ticket());
    ownerOf(ticket)
        .ifPresent(
            tell(
                Notice.about(
                    ticket,
                    NoticeKind.CUSTOMER_WROTE,
                    "The customer wrote in ticket %s: %s"
                        .formatted(ticket.number(), ticket.subject()),
                    "customer-wrote",
                    Map.of())));
  }

  /** Of a mail to staff nobody is told: it would take the same way. */
  void tellOfUndeliverable(@Observes MailUndeliverable fact) {
    if (fact.audience() == Audience.STAFF || fact.ticket().isEmpty()) {
      return;
    }
    Ticket ticket = tickets.get(new TicketId(fact.ticket().get()));
    ownerOf(ticket)
        .ifPresent(
            tell(
                Notice.about(
                    ticket,
                    NoticeKind.UNDELIVERABLE,
                    "A mail in ticket %s did not reach the customer".formatted(ticket.number()),
                    "undeliverable",
                    Map.of(
                        "recipient", fact.recipient().value(),
                        "mail", fact.subject().value(),
                        "reason", fact.reason()))));
  }

  void warn(@Observes SlaBreachNear fact) {
    Ticket ticket = tickets.get(fact.ticket());
    String target = fact.target().words();
    String left = postbox.words().span(fact.left());
    alarm(
        ticket,
        fact.tell(),
        Notice.about(
            ticket,
            NoticeKind.SLA_WARNING,
            "Ticket %s will breach its %s target in %s. Assign or escalate."
                .formatted(ticket.number(), target, left),
            "sla-warning",
            Map.of("target", target, "left", left)));
  }

  void reportBreach(@Observes SlaBreached fact) {
    Ticket ticket = tickets.get(fact.ticket());
    String target = fact.target().words();
    String late = postbox.words().span(fact.late());
    alarm(
        ticket,
        fact.tell(),
        Notice.about(
            ticket,
            NoticeKind.SLA_BREACH,
            fact.isNews()
                ? "Ticket %s has breached its %s target.".formatted(ticket.number(), target)
                : "Ticket %s has been over its %s target for %s."
                    .formatted(ticket.number(), target, late),
            fact.isNews() ? "sla-breach" : "sla-still-breached",
            Map.of("target", target, "late", late)));
  }

  void askForAnUpdate(@Observes CustomerUpdateDue fact) {
    Ticket ticket = tickets.get(fact.ticket());
    String silent = postbox.words().span(Duration.between(fact.silentSince(), clock.instant()));
    tell(
        ticket,
        fact.tell(),
        Notice.about(
            ticket,
            NoticeKind.UPDATE_DUE,
            "The customer of ticket %s has heard nothing from us for %s."
                .formatted(ticket.number(), silent),
            "update-due",
            Map.of("silent", silent)));
  }

  /** The team that gets it hears of it in its channel; who is given it, by their own ways. */
  void tellTeam(@Observes TicketEscalated fact) {
    Ticket ticket = tickets.get(fact.ticket());
    post.tellTeam(
        fact.to(),
        Notice.about(
            ticket,
            NoticeKind.ASSIGNED,
            "Ticket %s comes to %s from %s: %s"
                .formatted(ticket.number(), fact.to(), fact.from(), ticket.subject()),
            "assigned",
            Map.of()));
  }

  /** Whom the ladder names, each in their ways; the team's channel hears of every alarm. */
  private void alarm(Ticket ticket, Set<Hearer> hearers, Notice notice) {
    tell(ticket, hearers, notice);
    post.tellTeam(ticket.team(), notice);
  }

  private void tell(Ticket ticket, Set<Hearer> hearers, Notice notice) {
    Map<AgentId, Agent> readers = new LinkedHashMap<>();
    if (hearers.contains(Hearer.LEAD)) {
      agents.membersOf(TeamId.LEAD).forEach(lead -> readers.put(lead.id(), lead));
    }
    if (hearers.contains(Hearer.TEAM)) {
      agents.membersOf(ticket.team()).forEach(member -> readers.put(member.id(), member));
    }
    if (hearers.contains(Hearer.ASSIGNEE)) {
      ownerOf(ticket).filter(this::isThere).ifPresent(owner -> readers.put(owner.id(), owner));
    }
    readers.values().forEach(tell(notice));
    ownerOf(ticket)
        .filter(owner -> hearers.contains(Hearer.ASSIGNEE) && !isThere(owner))
        .ifPresent(owner -> tellStandIns(owner, notice, readers.keySet()));
  }

  /** What only somebody who is away would hear, a lead hears for them. */
  private void tellStandIns(Agent away, Notice notice, Set<AgentId> told) {
    if (told.isEmpty()) {
      agents.membersOf(TeamId.LEAD).forEach(tell(notice.insteadOf(away.displayName())));
    }
  }

  private boolean isThere(Agent owner) {
    return roster.absenceOf(owner.id()).isEmpty();
  }

  private Consumer<Agent> tell(Notice notice) {
    return agent -> post.tell(agent, notice);
  }

  private Optional<Agent> ownerOf(Ticket ticket) {
    return ticket.assignee().flatMap(agents::find);
  }
}
