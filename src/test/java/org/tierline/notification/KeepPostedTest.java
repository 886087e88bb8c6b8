package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.bugtracking.BugConfirmed;
import org.tierline.bugtracking.ConfirmBug;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.intake.AnsweringMachines;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.ticket.Author;
import org.tierline.ticket.Category;
import org.tierline.ticket.Content;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;

/** Customers hear from us at the promised interval, however long it takes. */
class KeepPostedTest {

  private static final Duration INTERVAL = Duration.ofHours(4);

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final OutboxInMemory outbox = new OutboxInMemory();
  private final AnsweringMachines machines = new AnsweringMachines();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final DeskSettings desk =
      new DeskSettings(
          "Fireproof Printers", URI.create("https://desk.example"), ZoneId.of("Europe/Berlin"));
  private final SlaDesk sla =
      new SlaDesk(
          tickets,
          customers,
          request ->
              SlaFixture.policy(
                  "p",
                  Map.of(
                      SlaTarget.FIRST_RESPONSE, Duration.ofDays(8),
                      SlaTarget.RESOLUTION, Duration.ofDays(9),
                      SlaTarget.CUSTOMER_UPDATE, INTERVAL)),
          SlaDesk::aLadder,
          facts,
          clock);
  private final TellCustomer tellCustomer =
      new TellCustomer(
          new Postbox(
              outbox,
              new MailTemplates(Optional.empty(), desk.zone()),
              customers,
              desk,
              new MailSettings(
                  new Brand(
                      HeaderText.from(desk.name()), OutgoingMailFixture.SUPPORT, Optional.empty()),
                  Map.of()),
              OutgoingMailFixture.SEAL),
          tickets,
          customers,
          new InMemoryAgents(),
          machines.correspondence(),
          new AcknowledgementBrake(outbox, new AcknowledgementLimits(3, 100, 100), clock),
          desk,
          clock);

  private final Customer carla = carla();
  private final Ticket ticket = aTicketFrom(carla);

  @BeforeEach
  void anAnsweredTicket() {
    facts.on(CustomerUpdateDue.class, tellCustomer::keepPosted);
    facts.on(BugConfirmed.class, tellCustomer::announceBug);
    customers.add(carla);
    tickets.add(ticket);
    ticket.triage(Category.GENERAL, Priority.NORMAL, TeamId.TIER1, "test", MONDAY_9AM);
    ticket.assignTo(ANA, "test", MONDAY_9AM);
    sla.promiseResponse.promise(ticket.id());
  }

  @Test
  void threeIntervalsOfSilenceAreThreeLettersAndStaffIsAskedThreeTimes() {
    anAgentWrites();

    pass(INTERVAL.multipliedBy(3));

    assertThat(letters()).hasSize(3).allMatch(each -> each.contains("still in work"));
    assertThat(facts.ofType(CustomerUpdateDue.class))
        .extracting(CustomerUpdateDue::silentSince)
        .containsExactly(
            MONDAY_9AM, MONDAY_9AM.plus(INTERVAL), MONDAY_9AM.plus(INTERVAL.multipliedBy(2)));
    assertThat(ticket.customerUpdateDueAt()).contains(clock.instant().plus(INTERVAL));
  }

  @Test
  void whoNobodyAnsweredYetHearsAllTheSameAfterADefectWasConfirmed() {
    new ConfirmBug(tickets, facts, clock).confirm(ticket.id());

    assertThat(outbox.mails().get(0).text())
        .contains("Monday, 23 November 2026, 14:00 (Central European Standard Time)");
    pass(INTERVAL.multipliedBy(2));

    assertThat(letters())
        .containsExactly(
            "[#5734] We found a defect behind your request",
            "[#5734] Your request is still in work",
            "[#5734] Your request is still in work");
    assertThat(ticket.firstRespondedAt()).as("nobody has answered").isEmpty();
  }

  @Test
  void noLetterGoesOutWhileWeWaitForTheCustomer() {
    anAgentWrites();
    ticket.waitForCustomer(clock.instant());

    pass(INTERVAL.multipliedBy(3));

    assertThat(letters()).isEmpty();
  }

  @Test
  void noLetterGoesOutOnceItIsResolvedOrClosed() {
    anAgentWrites();
    ticket.resolve("done", clock.instant());
    pass(INTERVAL.multipliedBy(3));
    ticket.close("nobody objected", clock.instant());

    pass(INTERVAL.multipliedBy(3));

    assertThat(letters()).isEmpty();
  }

  @Test
  void whereNoPersonReadsTheSilenceLastsAndTheLadderClimbsOn() {
    machines.opened(ticket.id());
    anAgentWrites();

    pass(INTERVAL.multipliedBy(3));

    assertThat(letters()).isEmpty();
    assertThat(facts.ofType(CustomerUpdateDue.class))
        .extracting(CustomerUpdateDue::step)
        .containsExactly("PT0S", "PT1H");
  }

  private void anAgentWrites() {
    ticket.write(Purpose.REPLY, Author.of(ANA, "Ana"), Content.typed("Hi"), clock.instant());
    sla.keepDeadlines.keep(ticket.id());
  }

  /** Time passes, and whenever it is a quarter past a step of the ladder is taken if one is due. */
  private void pass(Duration time) {
    for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minusMinutes(15)) {
      clock.pass(Duration.ofMinutes(15));
      sla.takeLadderSteps.take(ticket.id());
    }
  }

  private List<String> letters() {
    return outbox.mails().stream().map(OutgoingMail::subject).map(HeaderText::value).toList();
  }
}
