package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tierline.agent.Agent;
import org.tierline.agent.Agents;
import org.tierline.agent.TeamId;
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

  private final Postbox postbox;
  private final Tickets tickets;
  private final Agents agents;
  private final DeskSettings desk;

  @Inject
  TellStaff(Postbox postbox, Tickets tickets, Agents agents, DeskSettings desk) {
    this.postbox = postbox;
    this.tickets = tickets;
    this.agents = agents;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TellStaff() {
    this(null, null, null, null);
  }

  void tellOfWork(@Observes TicketAssigned fact) {
    Ticket ticket = tickets.get(fact.ticket());
    Map<String, String> values =
        Map.of(
            "subject", ticket.subject(),
            "priority", ticket.priority().name().toLowerCase(Locale.ROOT));
    agents
        .find(fact.agent())
        .ifPresent(agent -> postbox.toStaff(ticket, agent, "assigned", "is yours now", values));
  }

  void tellOfAnswer(@Observes CustomerWrote fact) {
    Ticket ticket = tickets.get(fact.ticket());
    ticket
        .assignee()
        .flatMap(agents::find)
        .ifPresent(
            agent ->
                postbox.toStaff(
                    ticket,
                    agent,
                    "customer-wrote",
                    "The customer wrote",
                    Map.of("subject", ticket.subject())));
  }

  /** Of a mail to staff nobody is told by mail: it would take the same way. */
  void tellOfUndeliverable(@Observes MailUndeliverable fact) {
    if (fact.audience() == Audience.STAFF) {
      return;
    }
    fact.ticket()
        .map(TicketId::new)
        .map(tickets::get)
        .ifPresent(
            ticket ->
                ticket
                    .assignee()
                    .flatMap(agents::find)
                    .ifPresent(
                        agent ->
                            postbox.toStaff(
                                ticket,
                                agent,
                                "undeliverable",
                                "could not be delivered to the customer",
                                Map.of(
                                    "recipient", fact.recipient().value(),
                                    "mail", fact.subject().value(),
                                    "reason", fact.reason()))));
  }

  void warn(@Observes SlaBreachNear fact) {
    String target = targetOf(fact.ticket(), HistoryKind.SLA_WARNED);
    String left = postbox.words().span(fact.left());
    tellOwnerAndLeads(
        fact.ticket(),
        "sla-warning",
        "will breach its " + target + " target in " + left,
        Map.of("target", target, "left", left));
  }

  void reportBreach(@Observes SlaBreached fact) {
    String target = targetOf(fact.ticket(), HistoryKind.SLA_BREACHED);
    tellOwnerAndLeads(
        fact.ticket(),
        "sla-breach",
        "has breached its " + target + " target",
        Map.of("target", target));
  }

  /** Nobody's ticket, so the leads have to see to it. */
  void reportMailbox(@Observes MailboxFailed fact) {
    Map<String, Object> values = new HashMap<>();
    values.put("mailbox", fact.mailbox());
    values.put("problem", fact.problem());
    fact.lastRead().ifPresent(at -> values.put("lastRead", at));
    agents
        .membersOf(LEADS)
        .forEach(
            lead ->
                postbox.toStaff(
                    lead, "mailbox-failed", "A mailbox cannot be read: " + fact.mailbox(), values));
  }

  void reportQuarantine(@Observes MailsQuarantined fact) {
    Map<String, Object> values =
        Map.of(
            "mails",
            fact.mails(),
            "waiting",
            fact.waiting(),
            "quarantineLink",
            desk.link("/desk/quarantine").toString());
    agents
        .membersOf(LEADS)
        .forEach(
            lead ->
                postbox.toStaff(
                    lead, "quarantined", "Mails wait in quarantine: " + fact.waiting(), values));
  }

  private void tellOwnerAndLeads(
      TicketId id, String template, String subject, Map<String, String> values) {
    Ticket ticket = tickets.get(id);
    List<Agent> readers = new ArrayList<>(agents.membersOf(LEADS));
    ticket
        .assignee()
        .flatMap(agents::find)
        .filter(owner -> readers.stream().noneMatch(reader -> reader.id().equals(owner.id())))
        .ifPresent(readers::add);
    readers.forEach(reader -> postbox.toStaff(ticket, reader, template, subject, values));
  }

  /** The history names the target before anybody is told. */
  private String targetOf(TicketId id, HistoryKind kind) {
    return tickets.get(id).history().stream()
            .filter(entry -> entry.kind() == kind)
            .reduce((earlier, later) -> later)
            .map(HistoryEntry::what)
            .filter(what -> what.startsWith("first response"))
            .isPresent()
        ? "first response"
        : "resolution";
  }
}
