package org.tierline.process.decision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.tierline.process.decision.TriageTables.table;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.Plan;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaPolicy;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.LadderStep;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.ticket.Category;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

/** Every row of the tables of promises and ladders. */
class SlaTablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PREMIUM  | CRITICAL | OUTAGE          | around-the-clock | PT15M | PT30M | PT2H  | PT30M |"
            + " urgent  | false | PremiumCritical",
        "PREMIUM  | HIGH     | BUG             | around-the-clock | PT30M | PT1H  | PT4H  | PT2H  |"
            + " urgent  | false | PremiumHigh",
        "PREMIUM  | NORMAL   | GENERAL         | business-hours   | PT1H  | PT2H  | PT8H  | PT8H  |"
            + " normal  | false | PremiumNormal",
        "PREMIUM  | LOW      | HOW_TO          | business-hours   | PT4H  | PT8H  | PT16H | PT16H |"
            + " relaxed | true  | PremiumLow",
        "STANDARD | CRITICAL | OUTAGE          | around-the-clock | PT30M | PT1H  | PT4H  | PT1H  |"
            + " urgent  | false | StandardCritical",
        "STANDARD | HIGH     | BUG             | business-hours   | PT1H  | PT2H  | PT8H  | PT4H  |"
            + " normal  | false | StandardHigh",
        "STANDARD | LOW      | HOW_TO          | business-hours   | PT8H  | PT16H | PT40H | PT40H |"
            + " relaxed | true  | StandardLow",
        "STANDARD | NORMAL   | GENERAL         | business-hours   | PT4H  | PT8H  | PT24H | PT16H |"
            + " normal  | true  | Otherwise",
        "PREMIUM  | CRITICAL | FEATURE_REQUEST | business-hours   | PT8H  | PT16H | PT80H | PT40H |"
            + " relaxed | true  | FeatureRequest",
        "STANDARD | LOW      | FEATURE_REQUEST | business-hours   | PT8H  | PT16H | PT80H | PT40H |"
            + " relaxed | true  | FeatureRequest",
      })
  void policy(
      Plan plan,
      Priority priority,
      String category,
      String calendar,
      Duration firstResponse,
      Duration nextResponse,
      Duration resolution,
      Duration update,
      String ladder,
      boolean pauses,
      String row) {
    SlaPolicy policy = policyFor(plan, priority, category);

    assertThat(policy)
        .isEqualTo(
            new SlaPolicy(
                "DetermineSlaPolicy v1, row DetermineSlaPolicy_" + row,
                calendar,
                calendar.equals("business-hours"),
                Map.of(
                    SlaTarget.FIRST_RESPONSE, firstResponse,
                    SlaTarget.NEXT_RESPONSE, nextResponse,
                    SlaTarget.RESOLUTION, resolution,
                    SlaTarget.CUSTOMER_UPDATE, update),
                Duration.ofMinutes(30),
                ladder,
                pauses));
  }

  @Test
  void everyRequestHasAPolicyAndEveryRowARequest() {
    Set<String> rows = new HashSet<>();
    for (Plan plan : Plan.values()) {
      for (Priority priority : Priority.values()) {
        for (String category : List.of("GENERAL", "FEATURE_REQUEST")) {
          rows.add(policyFor(plan, priority, category).rule().replaceFirst(".* row ", ""));
        }
      }
    }

    assertThat(rows).containsExactlyInAnyOrderElementsOf(table(DmnSlaPolicies.KEY).rowIds());
  }

  /** Whoever names a calendar or a ladder in the table must have one. */
  @Test
  void thePoliciesNameOnlyWhatThereIs() {
    for (Plan plan : Plan.values()) {
      for (Priority priority : Priority.values()) {
        SlaPolicy policy = policyFor(plan, priority, "GENERAL");
        assertThat(SlaFixture.CALENDARS.find(policy.calendar())).isPresent();
        assertThat(steps(policy.ladder(), SlaTarget.RESOLUTION)).hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void aGapInATableIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                table(DmnEscalationLadders.KEY)
                    .rowFor(Map.of("ladder", "urgent", "target", "LUNCH")))
        .withMessageStartingWith("No row of DetermineEscalationLadder v1 fits")
        .withMessageContaining("target=LUNCH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urgent  | FIRST_RESPONSE  | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY,"
            + " PT1H lead+team NOTIFY",
        "urgent  | NEXT_RESPONSE   | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY,"
            + " PT1H lead+team NOTIFY",
        "urgent  | RESOLUTION      | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY,"
            + " PT1H assignee+lead+team NOTIFY, PT4H lead CALL_LEAD",
        "urgent  | CUSTOMER_UPDATE | PT0S assignee NOTIFY, PT30M assignee+lead NOTIFY",
        "normal  | FIRST_RESPONSE  | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY,"
            + " PT1H lead+team NOTIFY",
        "normal  | NEXT_RESPONSE   | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY,"
            + " PT1H lead+team NOTIFY",
        "normal  | RESOLUTION      | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY,"
            + " PT4H assignee+lead RAISE_PRIORITY, PT8H lead CALL_LEAD",
        "normal  | CUSTOMER_UPDATE | PT0S assignee NOTIFY, PT4H assignee+lead NOTIFY",
        "relaxed | FIRST_RESPONSE  | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY",
        "relaxed | NEXT_RESPONSE   | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY",
        "relaxed | RESOLUTION      | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY",
        "relaxed | CUSTOMER_UPDATE | PT0S assignee NOTIFY, PT4H assignee+lead NOTIFY",
      })
  void ladder(String ladder, SlaTarget target, String expected) {
    assertThat(steps(ladder, target).stream().map(SlaTablesTest::words))
        .containsExactly(expected.split(", "));
  }

  @ParameterizedTest
  @EnumSource(SlaTarget.class)
  void aLadderNobodyKnowsHasTheStepsOfEveryLadder(SlaTarget target) {
    assertThat(steps("no such ladder", target)).isSubsetOf(steps("relaxed", target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"urgent", "normal", "relaxed"})
  void everyMissIsOnRecordBecauseEveryLadderHasAStepAtTheDueInstant(String ladder) {
    for (SlaTarget target : SlaTarget.values()) {
      assertThat(steps(ladder, target)).extracting(LadderStep::name).contains("PT0S");
    }
  }

  @Test
  void everyRowOfTheLaddersIsAStepOfSome() {
    Set<String> rows =
        List.of("urgent", "normal", "relaxed").stream()
            .flatMap(
                ladder ->
                    Arrays.stream(SlaTarget.values())
                        .flatMap(target -> steps(ladder, target).stream()))
            .map(step -> step.rule().replaceFirst(".* row ", ""))
            .collect(toSet());

    assertThat(rows).containsExactlyInAnyOrderElementsOf(table(DmnEscalationLadders.KEY).rowIds());
  }

  /** What an analyst may do: a brand of its own, with the usual warning and no promise of news. */
  @Test
  void aRowMayBeForOneBrandAndLeaveCellsEmpty() {
    DecisionTable edited = TriageTables.edited(DmnSlaPolicies.KEY, SlaTablesTest::withABrandsRow);

    SlaPolicy ofBrand = policyOf("billing", edited);
    assertThat(ofBrand.rule()).isEqualTo("DetermineSlaPolicy v2, row Brand");
    assertThat(ofBrand.targets())
        .isEqualTo(
            Map.of(
                SlaTarget.FIRST_RESPONSE, Duration.ofHours(3),
                SlaTarget.RESOLUTION, Duration.ofHours(30)));
    assertThat(ofBrand.warnBefore()).as("the usual one").isEqualTo(Duration.ofMinutes(30));
    assertThat(ofBrand.pausesWithEngineering()).isFalse();
    for (String other : List.of("", "sales")) {
      assertThat(policyOf(other, edited).rule())
          .isEqualTo("DetermineSlaPolicy v2, row DetermineSlaPolicy_Otherwise");
    }
  }

  private static SlaPolicy policyOf(String brand, DecisionTable table) {
    return DmnSlaPolicies.policyFor(
        new SlaPolicies.Request(Plan.STANDARD, Priority.NORMAL, new Category("GENERAL"), brand),
        table);
  }

  private static String withABrandsRow(String dmn) {
    List<String> inputs = List.of("", "", "", "\"billing\"");
    List<String> outputs =
        List.of(
            "\"business-hours\"",
            "\"BUSINESS\"",
            "\"PT3H\"",
            "",
            "\"PT30H\"",
            "",
            "",
            "\"relaxed\"",
            "false");
    String row =
        "<rule id=\"Brand\">%s%s</rule>"
            .formatted(cells("inputEntry", inputs), cells("outputEntry", outputs));
    return dmn.replaceFirst("(?=<rule )", Matcher.quoteReplacement(row));
  }

  private static String cells(String element, List<String> texts) {
    var cells = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      cells.append(
          "<%1$s id=\"Brand_%1$s%2$d\"><text>%3$s</text></%1$s>"
              .formatted(element, i, texts.get(i)));
    }
    return cells.toString();
  }

  /** Two rows an analyst wrote for the moment of the miss: one step, and the ladder climbs on. */
  @Test
  void rowsForTheSameMomentAreOneStep() {
    DecisionTable edited =
        TriageTables.edited(DmnEscalationLadders.KEY, dmn -> dmn.replace("\"PT4H\"", "\"PT0S\""));
    var clock = new TestClock();
    var tickets = new InMemoryTickets();
    var customers = new InMemoryCustomers();
    var facts = new RecordedFacts();
    var sla =
        new SlaDesk(
            tickets,
            customers,
            request -> SlaFixture.policy("p", Duration.ofHours(40), Duration.ofHours(4)),
            name -> DmnEscalationLadders.ladder("urgent", edited),
            facts,
            clock);
    Customer carla = TicketFixture.carla();
    customers.add(carla);
    Ticket ticket = TicketFixture.aTicketFrom(carla);
    tickets.add(ticket);
    sla.promiseResponse.promise(ticket.id());

    clock.pass(Duration.ofHours(4));
    sla.takeLadderSteps.take(ticket.id());

    assertThat(facts.ofType(SlaBreached.class))
        .containsExactly(
            new SlaBreached(
                ticket.id(),
                SlaTarget.RESOLUTION,
                Duration.ZERO,
                "PT0S",
                Set.of(Hearer.ASSIGNEE, Hearer.LEAD)));
    assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
    assertThat(ticket.ownership().leadCalledAt()).isPresent();
    assertThat(ticket.history())
        .anySatisfy(
            entry ->
                assertThat(entry.why().orElse(""))
                    .contains("ResolutionMissed; ", "UrgentFourHoursLate at PT0S")
                    .contains("raise priority, call lead; told: assignee, lead"));

    clock.pass(Duration.ofHours(1));
    sla.takeLadderSteps.take(ticket.id());
    assertThat(facts.ofType(SlaBreached.class)).extracting(SlaBreached::step).contains("PT1H");
  }

  private static SlaPolicy policyFor(Plan plan, Priority priority, String category) {
    return DmnSlaPolicies.policyFor(
        new SlaPolicies.Request(plan, priority, new Category(category), ""),
        table(DmnSlaPolicies.KEY));
  }

  private static List<LadderStep> steps(String ladder, SlaTarget target) {
    return DmnEscalationLadders.ladder(ladder, table(DmnEscalationLadders.KEY)).steps().get(target);
  }

  private static String words(LadderStep step) {
    String told =
        step.tell().stream()
            .sorted()
            .map(hearer -> hearer.name().toLowerCase(Locale.ROOT))
            .reduce((one, other) -> one + "+" + other)
            .orElseThrow();
    return "%s %s %s".formatted(step.name(), told, step.actions().iterator().next());
  }
}
