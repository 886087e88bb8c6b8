package org.tierline.process.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.sla.CalendarFixture;
import org.tierline.sla.CalendarVersionsInMemory;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.DueDates;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;

/** Clocks, shown dates and timers agree; where somebody breaks that, it is seen and mended. */
class CheckDeadlinesTest {

  @RegisterExtension
  static final ProcessEngineExtension EXTENSION =
      ProcessEngineExtension.builder()
          .useProcessEngine(new TestEngine().buildProcessEngine())
          .build();

  private ProcessEngine engine;
  private Desk desk;
  private CheckDeadlines checkDeadlines;
  private DeadlineRounds rounds;
  private CalendarVersionsInMemory calendars;

  @BeforeAll
  static void deploy() {
    Desk.deploy(EXTENSION.getProcessEngine());
  }

  @BeforeEach
  void openTheDesk() {
    engine = EXTENSION.getProcessEngine();
    desk = new Desk(engine);
    calendars = new CalendarVersionsInMemory();
    changed("office");
    checkDeadlines =
        new CheckDeadlines(
            desk.tickets,
            desk.sla.readDeadlines,
            desk.sla.keepDeadlines,
            desk.facts,
            new DeadlineWatch(engine),
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDataSource());
    rounds = new DeadlineRounds(checkDeadlines, calendars, new SimpleMeterRegistry());
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @Test
  void theyAgreeWhereverATicketStands() throws Exception {
    Ticket ticket = opened();
    assertThat(differences()).as("at work").isEmpty();

    desk.agentReplies(ticket, ANA, "We are on it.");
    assertThat(differences()).as("answered").isEmpty();

    desk.pass(Duration.ofHours(9));
    assertThat(differences()).as("late").isEmpty();

    desk.customerWrites(ticket, "And?");
    assertThat(differences()).as("while a step is under way").isEmpty();
    desk.workOff();
    assertThat(differences()).as("the customer wrote").isEmpty();

    desk.finish(ticket, ANA, "CONFIRM_BUG", "The driver.");
    assertThat(differences()).as("with engineering").isEmpty();

    desk.finish(ticket, Desk.EVA, "FIXED", "");
    desk.finish(ticket, ANA, "ASK", "Does it work?");
    assertThat(differences()).as("waiting").isEmpty();

    desk.customerWrites(ticket, "No.");
    desk.workOff();
    desk.finish(ticket, ANA, "RESOLVE", "Now.");
    desk.customerWrites(ticket, "No!");
    desk.workOff();
    assertThat(differences()).as("rejected").isEmpty();
    assertThat(checkDeadlines.page(0, 10).tickets()).isEqualTo(1);
  }

  @Test
  void aDefectConfirmedBeforeAnyReplyLeavesATimerArmed() throws Exception {
    desk.promised.put(SlaTarget.CUSTOMER_UPDATE, Duration.ofHours(4));
    Ticket ticket = opened();

    desk.finish(ticket, ANA, "CONFIRM_BUG", "The driver.");

    assertThat(ticket.customerUpdateDueAt())
        .contains(desk.clock.instant().plus(Duration.ofHours(4)));
    assertThat(desk.jobs().timers().singleResult().getDuedate().toInstant())
        .isEqualTo(ticket.dueDates().ladderStepDueAt())
        .isBefore(LadderTimers.NEVER);
    assertThat(differences()).isEmpty();
  }

  @Test
  void aDateSomebodyChangedIsFoundAndMended() {
    Ticket ticket = opened();
    DueDates right = ticket.dueDates();
    ticket.isDue(new DueDates(null, null, Instant.parse("2026-12-24T18:00:00Z"), null, null));

    assertThat(differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.what()).contains("2026-12-24T18:00:00Z"));
    rounds.everyMinute();

    assertThat(rounds.violated()).isEqualTo(1);
    assertThat(ticket.dueDates()).isEqualTo(right);
    assertThat(differences()).isEmpty();
  }

  @Test
  void aTimerSomebodyMovedIsFoundAndMended() {
    Ticket ticket = opened();
    engine
        .getManagementService()
        .setJobDuedate(
            desk.jobs().timers().singleResult().getId(),
            Date.from(Instant.parse("2026-12-24T18:00:00Z")));

    rounds.everyMinute();

    assertThat(rounds.violated()).isEqualTo(1);
    assertThat(desk.jobs().timers().singleResult().getDuedate().toInstant())
        .isEqualTo(ticket.dueDates().ladderStepDueAt());
    rounds.everyMinute();
    assertThat(rounds.violated()).as("mended").isEqualTo(1);
    assertThat(rounds.checked()).isEqualTo(2);
  }

  @Test
  void aTimerThatIsGoneIsFoundAndAnotherTakesItsPlace() throws Exception {
    Ticket ticket = opened();
    engine.getManagementService().deleteJob(desk.jobs().timers().singleResult().getId());

    assertThat(differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.what()).contains("its timers wait for []"));
    rounds.everyMinute();

    assertThat(rounds.violated()).isEqualTo(1);
    assertThat(differences()).isEmpty();
    assertThat(desk.jobs().timers().singleResult().getDuedate().toInstant())
        .isEqualTo(ticket.dueDates().ladderStepDueAt());
    int steps = stepsOf(ticket);
    desk.pass(Duration.ofDays(2));
    assertThat(stepsOf(ticket)).as("steps taken").isGreaterThan(steps);
    assertThat(differences()).as("and the timer behind it").isEmpty();
    desk.finish(ticket, ANA, "RESOLVE", "Now.");
    assertThat(differences()).as("finished").isEmpty();
  }

  @Test
  void aStepThatFailedForGoodIsCountedAndNothingIsArmedBesideIt() throws Exception {
    opened();
    desk.clock.pass(Duration.ofMinutes(30));
    engine.getManagementService().executeJob(desk.jobs().timers().singleResult().getId());
    Job step = desk.jobs().messages().singleResult();
    assertThat(differences()).as("on its way").isEmpty();
    engine.getManagementService().setJobRetries(step.getId(), 0);

    rounds.everyMinute();

    assertThat(rounds.violated()).isEqualTo(1);
    assertThat(desk.jobs().timers().count()).isZero();
    engine.getManagementService().setJobRetries(step.getId(), 1);
    desk.workOff();
    assertThat(differences()).as("a lead let it go on").isEmpty();
  }

  private static int stepsOf(Ticket ticket) {
    return (int)
        ticket.history().stream()
            .filter(
                entry ->
                    entry.kind() == HistoryKind.SLA_WARNED
                        || entry.kind() == HistoryKind.SLA_BREACHED)
            .count();
  }

  /** Saved by whichever node: this one sees it in the database only. */
  @Test
  void datesThatFollowACalendarAreNoFault() {
    Ticket ticket = opened();
    rounds.everyMinute();
    DueDates right = ticket.dueDates();
    ticket.isDue(new DueDates(null, null, Instant.parse("2026-12-24T18:00:00Z"), null, null));

    changed("office");
    rounds.everyMinute();

    assertThat(ticket.dueDates()).isEqualTo(right);
    assertThat(rounds.violated()).isZero();

    ticket.isDue(new DueDates(null, null, Instant.parse("2026-12-24T18:00:00Z"), null, null));
    rounds.everyMinute();
    assertThat(rounds.violated()).as("a fault that no calendar explains").isEqualTo(1);
  }

  private void changed(String calendar) {
    calendars.add(CalendarFixture.version(calendar, calendars.of(calendar).size() + 1));
  }

  @Test
  void manyTicketsAreReadAPageAtATime() {
    opened();
    Ticket second = opened();
    opened();

    CheckDeadlines.Page page = checkDeadlines.page(0, 2);

    assertThat(page.tickets()).isEqualTo(2);
    assertThat(page.last()).contains(second.number().value());
    assertThat(checkDeadlines.page(page.last().orElseThrow(), 2).tickets()).isEqualTo(1);
    rounds.everyMinute();
    assertThat(rounds.checked()).isEqualTo(3);
    assertThat(rounds.violated()).isZero();
  }

  private Ticket opened() {
    Ticket ticket = desk.opened("Printer on fire", "Please help.");
    desk.workOff();
    return ticket;
  }

  private List<CheckDeadlines.Difference> differences() {
    return checkDeadlines.page(0, 100).differences();
  }
}
