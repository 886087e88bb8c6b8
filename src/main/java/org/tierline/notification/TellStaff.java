package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tierline.agent.Agent;
import org.tierline.agent.Agents;
import org.tierline.agent.TeamId;
import org.tierline.escalation.TicketEscalated;
import org.tierline.intake.MailboxFailed;
import org.tierline.intake.MailsQuarantined;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Tells staff what needs them now. */
@ApplicationScoped
public class TellStaff {

  private static final TeamId LEADS = new TeamId("lead");

  private final StaffPost post;
  private final Postbox postbox;
  private final Tickets tickets;
  private final Agents agents;
  private final DeskSettings desk;

  @Inject
  TellStaff(StaffPost post, Postbox postbox, Tickets tickets, Agents agents, DeskSettings desk) {
    this.post = post;
    this.postbox = postbox;
    this.tickets = tickets;
    this.agents = agents;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TellStaff() {
    this(null, null, null, null, null);
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
    String target = targetOf(ticket, HistoryKind.SLA_WARNED);
    String left = postbox.words().span(fact.left());
    tellOwnerLeadsAndTeam(
        ticket,
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
    String target = targetOf(ticket, HistoryKind.SLA_BREACHED);
    tellOwnerLeadsAndTeam(
        ticket,
        Notice.about(
            ticket,
            NoticeKind.SLA_BREACH,
            "Ticket %s has breached its %s target.".formatted(ticket.number(), target),
            "sla-breach",
            Map.of("target", target)));
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

  /** Nobody's ticket, so the leads have to see to it. */
  void reportMailbox(@Observes MailboxFailed fact) {
    Map<String, Object> values = new HashMap<>();
    values.put("mailbox", fact.mailbox());
    values.put("problem", fact.problem());
    fact.lastRead().ifPresent(at -> values.put("lastRead", at));
    tellLeads("A mailbox cannot be read: " + fact.mailbox(), "/desk/", "mailbox-failed", values);
  }

  void reportQuarantine(@Observes MailsQuarantined fact) {
    tellLeads(
        "Mails wait in quarantine: " + fact.waiting(),
        "/desk/quarantine",
        "quarantined",
        Map.of(
            "mails",
            fact.mails(),
            "waiting",
            fact.waiting(),
            "quarantineLink",
            desk.link("/desk/quarantine").toString()));
  }

  private void tellLeads(String headline, String link, String template, Map<String, ?> values) {
    var notice =
        new Notice(NoticeKind.DESK_TROUBLE, Optional.empty(), headline, link, template, values);
    agents.membersOf(LEADS).forEach(tell(notice));
  }

  private void tellOwnerLeadsAndTeam(Ticket ticket, Notice notice) {
    List<Agent> readers = new ArrayList<>(agents.membersOf(LEADS));
    ownerOf(ticket)
        .filter(owner -> readers.stream().noneMatch(reader -> reader.id().equals(owner.id())))
        .ifPresent(readers::add);
    readers.forEach(tell(notice));
    post.tellTeam(ticket.team(), notice);
  }

  private Consumer<Agent> tell(Notice notice) {
    return agent -> post.tell(agent, notice);
  }

  private Optional<Agent> ownerOf(Ticket ticket) {
    return ticket.assignee().flatMap(agents::find);
  }

  /** The history names the target before anybody is told. */
  private static String targetOf(Ticket ticket, HistoryKind kind) {
    return ticket.history().stream()
            .filter(entry -> entry.kind() == kind)
            .reduce((earlier, later) -> later)
            .map(HistoryEntry::what)
            .filter(what -> what.startsWith("first response"))
            .isPresent()
        ? "first response"
        : "resolution";
  }
}
