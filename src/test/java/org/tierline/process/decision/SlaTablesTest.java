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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.customer.Plan;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaPolicy;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.LadderStep;
import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/** Every row of the tables of promises and ladders. */
class SlaTablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PREMIUM  | CRITICAL | OUTAGE          | around-the-clock | PT15M | PT30M | PT2H  | PT30M | urgent  | false | PremiumCritical",
        "PREMIUM  | HIGH     | BUG             | around-the-clock | PT30M | PT1H  | PT4H  | PT2H  | urgent  | false | PremiumHigh",
        "PREMIUM  | NORMAL   | GENERAL         | business-hours   | PT1H  | PT2H  | PT8H  | PT8H  | normal  | false | PremiumNormal",
        "PREMIUM  | LOW      | HOW_TO          | business-hours   | PT4H  | PT8H  | PT16H | PT16H | relaxed | true  | PremiumLow",
        "STANDARD | CRITICAL | OUTAGE          | around-the-clock | PT30M | PT1H  | PT4H  | PT1H  | urgent  | false | StandardCritical",
        "STANDARD | HIGH     | BUG             | business-hours   | PT1H  | PT2H  | PT8H  | PT4H  | normal  | false | StandardHigh",
        "STANDARD | LOW      | HOW_TO          | business-hours   | PT8H  | PT16H | PT40H | PT40H | relaxed | true  | StandardLow",
        "STANDARD | NORMAL   | GENERAL         | business-hours   | PT4H  | PT8H  | PT24H | PT16H | normal  | true  | Otherwise",
        "PREMIUM  | CRITICAL | FEATURE_REQUEST | business-hours   | PT8H  | PT16H | PT80H | PT40H | relaxed | true  | FeatureRequest",
        "STANDARD | LOW      | FEATURE_REQUEST | business-hours   | PT8H  | PT16H | PT80H | PT40H | relaxed | true  | FeatureRequest",
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
        "urgent  | FIRST_RESPONSE  | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY, PT1H lead+team NOTIFY",
        "urgent  | NEXT_RESPONSE   | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY, PT1H lead+team NOTIFY",
        "urgent  | RESOLUTION      | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY, PT1H assignee+lead+team NOTIFY, PT4H lead CALL_LEAD",
        "urgent  | CUSTOMER_UPDATE | PT0S assignee NOTIFY, PT30M assignee+lead NOTIFY",
        "normal  | FIRST_RESPONSE  | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY, PT1H lead+team NOTIFY",
        "normal  | NEXT_RESPONSE   | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY, PT1H lead+team NOTIFY",
        "normal  | RESOLUTION      | WARN assignee+lead NOTIFY, PT0S assignee+lead RAISE_PRIORITY, PT4H assignee+lead RAISE_PRIORITY, PT8H lead CALL_LEAD",
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
    return "%s %s %s".formatted(step.name(), told, step.action());
  }
}
