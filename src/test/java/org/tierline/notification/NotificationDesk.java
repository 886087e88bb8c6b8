package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.carla;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.intake.AnsweringMachines;
import org.tierline.notification.slack.SlackPost;
import org.tierline.notification.slack.SlackSettings;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.platform.outbox.EffectsInMemory;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.Author;
import org.tierline.ticket.Content;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;

/** A desk that tells customers and staff, on in-memory stores, with one ticket of Carla's. */
final class NotificationDesk {

  static final AgentId ANA = new AgentId("ana");
  static final Brand BILLING =
      new Brand(
          new HeaderText("Fireproof Billing"),
          new EmailAddress("billing@settings.example"),
          Optional.of(Locale.GERMAN));

  /** Of the mail that opened the ticket. */
  static final String FIRST_ID = "<first@customer.example>";

  final InMemoryTickets tickets = new InMemoryTickets();
  final InMemoryCustomers customers = new InMemoryCustomers();
  final InMemoryAgents agents = new InMemoryAgents();
  final OutboxInMemory outbox = new OutboxInMemory();
  final AnsweringMachines machines = new AnsweringMachines();
  final DeskSettings settings =
      new DeskSettings(
          "Fireproof Printers", URI.create("https://desk.example"), ZoneId.of("Europe/Berlin"));
  private final Brand house =
      new Brand(HeaderText.from(settings.name()), OutgoingMailFixture.SUPPORT, Optional.empty());
  private final Postbox postbox =
      new Postbox(
          outbox,
          new MailTemplates(Optional.empty(), settings.zone()),
          customers,
          settings,
          new MailSettings(house, Map.of("billing", BILLING)),
          OutgoingMailFixture.SEAL);
  final TellCustomer tellCustomer =
      new TellCustomer(
          postbox,
          tickets,
          customers,
          agents,
          machines.correspondence(),
          new AcknowledgementBrake(outbox, new AcknowledgementLimits(3, 100, 100), new TestClock()),
          settings,
          new TestClock());
  final InMemoryPreferences preferences = new InMemoryPreferences();
  final InMemoryAbsences absences = new InMemoryAbsences();
  final InMemoryStaffNotices notices = new InMemoryStaffNotices();
  final EffectsInMemory effects = new EffectsInMemory();
  final RecordedFacts facts = new RecordedFacts();
  final TestClock clock = new TestClock();
  private final SlackPost slack =
      new SlackPost(
          effects,
          new SlackSettings(
              Optional.of("xoxb-token"),
              Optional.empty(),
              Map.of("tier1", "C-TIER1", "tier2", "C-TIER2"),
              Optional.empty(),
              URI.create("https://slack.com/api/")));
  final ChoosePreferences choosePreferences = new ChoosePreferences(preferences, settings, clock);
  private final StaffPost post =
      new StaffPost(choosePreferences, notices, postbox, slack, settings, facts, clock);
  final TellStaff tellStaff =
      new TellStaff(post, postbox, tickets, agents, new Roster(agents, absences, clock), clock);
  final TellLeads tellLeads = new TellLeads(post, agents, settings);
  final SendDigests sendDigests =
      new SendDigests(
          notices,
          choosePreferences,
          agents,
          postbox,
          slack,
          settings,
          new DirectTransactions(),
          clock);
  final NoteHeldUpEffects noteHeldUp = new NoteHeldUpEffects(agents, tickets, postbox, clock);

  final Customer customer = carla();
  final Ticket ticket =
      aTicket(
          5734,
          customer,
          "Printer <b>on fire</b>",
          new Content(
              "It burns & smokes.",
              "It burns & smokes.",
              Optional.empty(),
              Optional.of(FIRST_ID),
              List.of()));

  NotificationDesk() {
    customers.add(customer);
    tickets.add(ticket);
    agents.add(agent("ana", TeamId.TIER1));
    agents.add(agent("lena", TeamId.LEAD));
  }

  Message write(Purpose purpose, String text) {
    return ticket.write(purpose, Author.of(ANA, "Ana"), Content.typed(text), MONDAY_9AM);
  }

  OutgoingMail onlyMail() {
    assertThat(outbox.mails()).hasSize(1);
    return outbox.mails().get(0);
  }

  private static Agent agent(String login, TeamId team) {
    return new Agent(
        new AgentId(login),
        login,
        new EmailAddress(login + "@tierline.example"),
        team,
        Set.of(),
        Set.of("en"),
        40);
  }

  /** Half an hour before the ticket's resolution is due. */
  SlaBreachNear warning() {
    return new SlaBreachNear(
        ticket.id(),
        SlaTarget.RESOLUTION,
        Duration.ofMinutes(30),
        "WARN",
        Set.of(Hearer.ASSIGNEE, Hearer.LEAD));
  }
}
