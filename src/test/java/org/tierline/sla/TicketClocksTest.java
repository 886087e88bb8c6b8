package org.tierline.sla;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Contract;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.Plan;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.Author;
import org.tierline.ticket.CannotMergeException;
import org.tierline.ticket.Category;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.MergeTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.RemindCustomer;
import org.tierline.ticket.Ticket;

/** The clocks of a ticket after everything that can happen to one. */
class TicketClocksTest {

  private static final Author ANA_HERSELF = Author.of(ANA, "Ana");

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final InMemoryPromises promises = new InMemoryPromises();
  private final ReadClocks readClocks = new ReadClocks(promises, SlaFixture.CALENDARS, clock);
  private final PromiseResponse promiseResponse =
      new PromiseResponse(
          tickets, customers, TicketClocksTest::policyFor, promises, readClocks, facts, clock);

  private final Customer carla = carla();
  private final Ticket ticket = aTicketFrom(carla);

  /** Premium customers wait half as long, critical requests a quarter of the time. */
  private static SlaPolicy policyFor(SlaPolicies.Request request) {
    long share =
        (request.plan() == Plan.PREMIUM ? 2L : 1L)
            * (request.priority() == Priority.CRITICAL ? 4L : 1L);
    Map<SlaTarget, Duration> targets = new EnumMap<>(SlaTarget.class);
    targets.put(SlaTarget.FIRST_RESPONSE, ofHours(4).dividedBy(share));
    targets.put(SlaTarget.NEXT_RESPONSE, ofHours(2).dividedBy(share));
    targets.put(SlaTarget.RESOLUTION, ofHours(24).dividedBy(share));
    targets.put(SlaTarget.CUSTOMER_UPDATE, ofHours(6).dividedBy(share));
    return new SlaPolicy(
        request.plan() + "/" + request.priority(),
        "around-the-clock",
        false,
        targets,
        ofMinutes(30),
        "test",
        request.plan() == Plan.STANDARD);
  }

  @BeforeEach
  void aTriagedTicket() {
    customers.add(carla);
    tickets.add(ticket);
    ticket.triage(Category.GENERAL, Priority.NORMAL, TeamId.TIER1, "test", MONDAY_9AM);
  }

  @Test
  void aPromiseCountsFromTheFirstMessageOn() {
    clock.pass(ofMinutes(5));

    promiseResponse.promise(ticket.id());

    assertThat(ticket.firstResponseDueAt()).contains(MONDAY_9AM.plus(ofHours(4)));
    assertThat(dueAt(SlaTarget.FIRST_RESPONSE)).isEqualTo(MONDAY_9AM.plus(ofHours(4)));
    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(MONDAY_9AM.plus(ofHours(24)));
    assertThat(ticket.history())
        .last()
        .satisfies(entry -> assertThat(entry.why()).contains("STANDARD/NORMAL"));
    assertThat(facts.announced()).containsExactly(new ResponsePromised(ticket.id()));
  }

  @Test
  void aPromiseFollowsTheCustomersPlan() {
    carla.agree(new Contract(Plan.PREMIUM, false, Optional.of("Customer Inc.")));

    promiseResponse.promise(ticket.id());

    assertThat(dueAt(SlaTarget.FIRST_RESPONSE)).isEqualTo(MONDAY_9AM.plus(ofHours(2)));
  }

  @Test
  void beforeTriageNothingIsPromised() {
    assertThat(readClocks.of(ticket)).isEmpty();
  }

  @Test
  void theClockStandsWhileTheCustomerHasToAct() {
    promiseResponse.promise(ticket.id());
    passAndWrite(ofHours(1), Purpose.QUESTION);
    ticket.waitForCustomer(clock.instant());
    assertThat(clockOf(SlaTarget.RESOLUTION).standing()).isEqualTo(Standing.PAUSED);

    clock.pass(ofDays(2));
    ticket.resume("the customer answered", clock.instant());

    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(MONDAY_9AM.plus(ofHours(24)).plus(ofDays(2)));
    assertThat(clockOf(SlaTarget.RESOLUTION).status().consumed()).isEqualTo(ofHours(1));
    assertThat(dueAt(SlaTarget.FIRST_RESPONSE))
        .as("what was kept before the wait is not moved by it")
        .isEqualTo(MONDAY_9AM.plus(ofHours(4)));
  }

  @Test
  void theClockStandsThroughAllRemindersToo() {
    promiseResponse.promise(ticket.id());
    passAndWrite(ofHours(1), Purpose.QUESTION);
    ticket.waitForCustomer(clock.instant());
    clock.pass(ofDays(3));
    new RemindCustomer(tickets, facts, clock).remind(ticket.id(), Optional.empty());
    clock.pass(ofDays(1));

    ticket.resume("the customer answered", clock.instant());

    assertThat(clockOf(SlaTarget.RESOLUTION).status().consumed()).isEqualTo(ofHours(1));
    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(MONDAY_9AM.plus(ofHours(24)).plus(ofDays(4)));
  }

  @Test
  void anotherPromiseTakesWhatWasUsedUpWithIt() {
    promiseResponse.promise(ticket.id());
    clock.pass(ofHours(2));
    ticket.changePriority(Priority.CRITICAL, "the lead said so", clock.instant());

    promiseResponse.promise(ticket.id());

    assertThat(dueAt(SlaTarget.RESOLUTION))
        .as("six hours are promised now, two of them are gone")
        .isEqualTo(MONDAY_9AM.plus(ofHours(6)));
    assertThat(clockOf(SlaTarget.RESOLUTION).status().consumed()).isEqualTo(ofHours(2));
    assertThat(clockOf(SlaTarget.RESOLUTION).status().ledger())
        .extracting(LedgerLine::kind)
        .containsExactly(LedgerLine.Kind.RAN, LedgerLine.Kind.MOVED);
  }

  @Test
  void escalatingOrTakingInAnotherTicketLeavesTheClockAlone() {
    promiseResponse.promise(ticket.id());
    clock.pass(ofHours(2));
    ticket.escalate(TeamId.TIER2, ANA_HERSELF, "too hot", clock.instant());
    ticket.note(HistoryKind.MERGED, ANA_HERSELF, "took in #4711", null, clock.instant());

    assertThat(clockOf(SlaTarget.RESOLUTION).standing()).isEqualTo(Standing.RUNNING);
    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(MONDAY_9AM.plus(ofHours(24)));
  }

  @Test
  void theTimeBetweenASolutionAndItsRejectionCountsForNobody() {
    promiseResponse.promise(ticket.id());
    passAndWrite(ofHours(1), Purpose.SOLUTION);
    ticket.resolve("done", clock.instant());
    assertThat(clockOf(SlaTarget.RESOLUTION).endedAt()).contains(MONDAY_9AM.plus(ofHours(1)));
    assertThat(clockOf(SlaTarget.RESOLUTION).status().isBreached()).isFalse();

    clock.pass(ofDays(2));
    ticket.reopen("it is not solved", clock.instant());

    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(MONDAY_9AM.plus(ofHours(24)).plus(ofDays(2)));
    assertThat(clockOf(SlaTarget.RESOLUTION).status().consumed()).isEqualTo(ofHours(1));
  }

  @Test
  void aTicketThatComesBackAfterItWasClosedGoesOnWhereItStood() {
    promiseResponse.promise(ticket.id());
    passAndWrite(ofHours(10), Purpose.SOLUTION);
    ticket.resolve("done", clock.instant());
    clock.pass(ofDays(3));
    ticket.close("nobody objected", clock.instant());
    clock.pass(ofDays(3));

    ticket.reopen("it came back", clock.instant());
    promiseResponse.promise(ticket.id());

    assertThat(clockOf(SlaTarget.RESOLUTION).status().remaining()).isEqualTo(ofHours(14));
    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(clock.instant().plus(ofHours(14)));
  }

  @Test
  void whetherTheClockStandsWithEngineeringIsSaidByThePolicy() {
    promiseResponse.promise(ticket.id());
    ticket.confirmBug(MONDAY_9AM.plus(ofHours(1)));
    clock.pass(ofHours(5));
    assertThat(clockOf(SlaTarget.RESOLUTION).standing()).isEqualTo(Standing.PAUSED);
    ticket.recordBugOutcome(Author.of(BEN, "Ben"), "fixed", clock.instant());
    assertThat(dueAt(SlaTarget.RESOLUTION)).isEqualTo(MONDAY_9AM.plus(ofHours(28)));

    carla.agree(new Contract(Plan.PREMIUM, false, Optional.of("Customer Inc.")));
    promiseResponse.promise(ticket.id());
    ticket.confirmBug(MONDAY_9AM.plus(ofHours(5)));
    clock.pass(ofHours(1));

    assertThat(clockOf(SlaTarget.RESOLUTION).standing()).isEqualTo(Standing.RUNNING);
    assertThat(clockOf(SlaTarget.RESOLUTION).status().consumed()).isEqualTo(ofHours(2));
  }

  @Test
  void theNextResponseIsDueOnceTheCustomerWritesAndIsGivenWhenWeWrite() {
    promiseResponse.promise(ticket.id());
    clock.pass(ofMinutes(10));
    customerWrites();
    assertThat(readClocks.of(ticket).orElseThrow().of(SlaTarget.NEXT_RESPONSE))
        .as("the first response is still owed")
        .isEmpty();

    passAndWrite(ofMinutes(50), Purpose.REPLY);
    assertThat(readClocks.of(ticket).orElseThrow().of(SlaTarget.NEXT_RESPONSE)).isEmpty();

    clock.pass(ofHours(1));
    customerWrites();
    clock.pass(ofMinutes(5));
    customerWrites();
    assertThat(clockOf(SlaTarget.NEXT_RESPONSE).since()).isEqualTo(MONDAY_9AM.plus(ofHours(2)));
    assertThat(dueAt(SlaTarget.NEXT_RESPONSE)).isEqualTo(MONDAY_9AM.plus(ofHours(4)));

    passAndWrite(ofMinutes(5), Purpose.REPLY);
    assertThat(readClocks.of(ticket).orElseThrow().of(SlaTarget.NEXT_RESPONSE)).isEmpty();
  }

  @Test
  void theCustomerIsKeptPostedAlsoWhileEngineeringWorksButNotWhileWeWaitForThem() {
    promiseResponse.promise(ticket.id());
    passAndWrite(ofHours(1), Purpose.REPLY);
    ticket.confirmBug(clock.instant());
    clock.pass(ofHours(1));
    assertThat(clockOf(SlaTarget.CUSTOMER_UPDATE).standing()).isEqualTo(Standing.RUNNING);
    assertThat(dueAt(SlaTarget.CUSTOMER_UPDATE)).isEqualTo(MONDAY_9AM.plus(ofHours(7)));
    ticket.recordBugOutcome(Author.of(BEN, "Ben"), "fixed", clock.instant());
    assertThat(dueAt(SlaTarget.CUSTOMER_UPDATE))
        .as("they are told at once what became of it")
        .isEqualTo(MONDAY_9AM.plus(ofHours(8)));

    passAndWrite(ofHours(1), Purpose.QUESTION);
    ticket.waitForCustomer(clock.instant());

    assertThat(clockOf(SlaTarget.CUSTOMER_UPDATE).standing()).isEqualTo(Standing.PAUSED);
    assertThat(readClocks.of(ticket).orElseThrow().nextDueAt()).isEmpty();
  }

  @Test
  void whoHearsOfADefectBeforeAnyReplyIsKeptPostedFromThenOn() {
    promiseResponse.promise(ticket.id());
    clock.pass(ofHours(1));
    ticket.confirmBug(clock.instant());
    clock.pass(ofHours(1));

    assertThat(clockOf(SlaTarget.CUSTOMER_UPDATE).standing()).isEqualTo(Standing.RUNNING);
    assertThat(dueAt(SlaTarget.CUSTOMER_UPDATE)).isEqualTo(MONDAY_9AM.plus(ofHours(7)));
    assertThat(clockOf(SlaTarget.FIRST_RESPONSE).standing())
        .as("nobody has answered yet")
        .isEqualTo(Standing.PAUSED);

    passAndWrite(ofHours(1), Purpose.REPLY);
    assertThat(dueAt(SlaTarget.CUSTOMER_UPDATE))
        .as("an agent's word is later news")
        .isEqualTo(MONDAY_9AM.plus(ofHours(9)));
  }

  @Test
  void whatTheDeskWritesByItselfStartsTheNextSilenceButAnswersNothing() {
    promiseResponse.promise(ticket.id());
    passAndWrite(ofHours(1), Purpose.REPLY);
    clock.pass(ofHours(1));
    customerWrites();
    clock.pass(ofHours(5));

    ticket.keepPosted(clock.instant());

    assertThat(clockOf(SlaTarget.CUSTOMER_UPDATE).since()).isEqualTo(MONDAY_9AM.plus(ofHours(7)));
    assertThat(dueAt(SlaTarget.CUSTOMER_UPDATE)).isEqualTo(MONDAY_9AM.plus(ofHours(13)));
    assertThat(clockOf(SlaTarget.NEXT_RESPONSE).since()).isEqualTo(MONDAY_9AM.plus(ofHours(2)));
    assertThat(clockOf(SlaTarget.NEXT_RESPONSE).standing()).isEqualTo(Standing.RUNNING);
  }

  @Test
  void whatIsMergedIsOver() throws CannotMergeException {
    Ticket survivor = aTicket(4711, carla, "Smoke", "It smokes.", MONDAY_9AM);
    tickets.add(survivor);
    promiseResponse.promise(ticket.id());
    promiseResponse.promise(survivor.id());
    clock.pass(ofHours(1));
    new MergeTickets(tickets, customers, new InMemoryAgents(), facts, clock)
        .merge(ticket.id(), survivor.number(), ANA);

    clock.pass(ofDays(3));

    assertThat(clockOf(SlaTarget.RESOLUTION).standing()).isEqualTo(Standing.OVER);
    assertThat(clockOf(SlaTarget.RESOLUTION).status().isBreached()).isFalse();
    assertThat(readClocks.of(survivor).orElseThrow().of(SlaTarget.RESOLUTION).orElseThrow())
        .satisfies(
            clock -> {
              assertThat(clock.standing()).isEqualTo(Standing.RUNNING);
              assertThat(clock.status().consumed()).isEqualTo(ofHours(73));
            });
  }

  @Test
  void ofTwoTicketsOfOneCustomerTheSurvivorsClockIsAsLateAsTheOldersWas()
      throws CannotMergeException {
    clock.pass(ofHours(3));
    Ticket survivor = openedNowBy(carla);
    promiseResponse.promise(survivor.id());
    clock.pass(ofHours(2));

    mergeInto(survivor);

    assertThat(clockOf(survivor, SlaTarget.RESOLUTION).since()).isEqualTo(MONDAY_9AM);
    assertThat(clockOf(survivor, SlaTarget.RESOLUTION).status().consumed()).isEqualTo(ofHours(5));
    assertThat(clockOf(survivor, SlaTarget.FIRST_RESPONSE).status().isBreached()).isTrue();
    assertThat(survivor.history())
        .last()
        .satisfies(
            entry ->
                assertThat(entry.what())
                    .isEqualTo("took in #5734; our clock counts from its opening on"));
  }

  @Test
  void whoWasAnsweredThereOnlyWaitsLongerForTheSolution() throws CannotMergeException {
    passAndWrite(ofHours(1), Purpose.REPLY);
    clock.pass(ofHours(9));
    Ticket survivor = openedNowBy(carla);
    promiseResponse.promise(survivor.id());

    mergeInto(survivor);

    assertThat(clockOf(survivor, SlaTarget.RESOLUTION).since()).isEqualTo(MONDAY_9AM);
    assertThat(clockOf(survivor, SlaTarget.FIRST_RESPONSE).since()).isEqualTo(clock.instant());
  }

  @Test
  void aYoungerAStrangersOrASolvedTicketMovesNoClock() throws CannotMergeException {
    clock.pass(ofHours(3));
    Ticket strangers = openedNowBy(stranger());
    Ticket survivor = openedNowBy(carla);
    promiseResponse.promise(survivor.id());
    Instant opened = clock.instant();
    clock.pass(ofHours(1));
    Ticket younger = openedNowBy(carla);
    ticket.resolve("done", clock.instant());

    mergeInto(strangers);
    for (Ticket merged : List.of(younger, strangers)) {
      merge(merged, survivor);
    }

    assertThat(clockOf(survivor, SlaTarget.RESOLUTION).since()).isEqualTo(opened);
    assertThat(strangers.clockFrom()).isEqualTo(opened);
  }

  private Ticket openedNowBy(Customer customer) {
    long number = 4711 + tickets.nextNumber().value();
    Ticket opened = aTicket(number, customer, "Smoke", "It smokes.", clock.instant());
    tickets.add(opened);
    return opened;
  }

  private Customer stranger() {
    Customer bruno =
        Customer.writingFrom(new EmailAddress("bruno@customer.example"), "Bruno", MONDAY_9AM);
    customers.add(bruno);
    return bruno;
  }

  private void mergeInto(Ticket survivor) throws CannotMergeException {
    merge(ticket, survivor);
  }

  private void merge(Ticket merged, Ticket survivor) throws CannotMergeException {
    new MergeTickets(tickets, customers, new InMemoryAgents(), facts, clock)
        .merge(merged.id(), survivor.number(), ANA);
  }

  private TargetClock clockOf(Ticket of, SlaTarget target) {
    return readClocks.of(of).orElseThrow().of(target).orElseThrow();
  }

  @Test
  void aShortTargetIsWarnedOfAtHalfTime() {
    SlaPolicy policy = SlaFixture.policy("p", ofMinutes(15), ofHours(2));

    assertThat(warnBefore(policy, SlaTarget.FIRST_RESPONSE))
        .isEqualTo(ofMinutes(7).plusSeconds(30));
    assertThat(warnBefore(policy, SlaTarget.RESOLUTION)).isEqualTo(ofMinutes(30));
  }

  @Test
  void aPolicyPromisesSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlaFixture.policy("p", Duration.ZERO, ofHours(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlaFixture.policy("p", Map.of(SlaTarget.RESOLUTION, ofHours(2))));
  }

  private static Duration warnBefore(SlaPolicy policy, SlaTarget target) {
    return policy.promise(target, MONDAY_9AM).orElseThrow().warnBefore();
  }

  private void customerWrites() {
    ticket.receive(Author.of(carla), Channel.EMAIL, Content.typed("And now?"), clock.instant());
  }

  private void passAndWrite(Duration time, Purpose purpose) {
    clock.pass(time);
    ticket.write(purpose, ANA_HERSELF, Content.typed("Hi"), clock.instant());
  }

  private TargetClock clockOf(SlaTarget target) {
    return readClocks.of(ticket).orElseThrow().of(target).orElseThrow();
  }

  private Instant dueAt(SlaTarget target) {
    return clockOf(target).status().dueAt();
  }
}
