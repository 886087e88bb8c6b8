package org.tierline.process.decision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.process.decision.TriageTables.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.TeamId;
import org.tierline.customer.Plan;
import org.tierline.ticket.Category;
import org.tierline.ticket.Demand;
import org.tierline.ticket.Priority;

/** Every row of the tables that decide on plain values, and how they play together. */
class TriageTablesTest {

  private static final String CATEGORIES =
      """
      OUTAGE LOCKED_OUT BUG        | OUTAGE          | Outage
      DATA_LOSS BUG                | DATA_LOSS       | DataLoss
      LOCKED_OUT ERROR             | ACCOUNT_ACCESS  | LockedOut
      PASSWORD BUG HOW_TO          | BUG             | Bug
      PASSWORD HOW_TO              | ACCOUNT_ACCESS  | Password
      BILLING FEATURE              | FEATURE_REQUEST | FeatureRequest
      ERROR BILLING LOGIN          | BILLING         | Billing
      LOGIN ERROR                  | ACCOUNT_ACCESS  | Login
      ERROR HOW_TO                 | BUG             | Error
      STANDSTILL HOW_TO            | BUG             | Malfunction
      MALFUNCTION WISH             | BUG             | Malfunction
      WISH HOW_TO                  | FEATURE_REQUEST | Wish
      HOW_TO URGENT                | HOW_TO          | HowTo
      ''                           | GENERAL         | Otherwise
      """;

  private static final String PRIORITIES =
      """
      OUTAGE          | OUTAGE           | STANDARD | CRITICAL | Outage
      DATA_LOSS       | DATA_LOSS        | STANDARD | HIGH     | DataLoss
      ACCOUNT_ACCESS  | SECURITY         | STANDARD | HIGH     | Security
      BUG             | ERROR            | STANDARD | HIGH     | NamedBug
      BUG             | BUG              | STANDARD | HIGH     | NamedBug
      BUG             | STANDSTILL       | STANDARD | HIGH     | Standstill
      ACCOUNT_ACCESS  | LOGIN STANDSTILL | STANDARD | HIGH     | Standstill
      ACCOUNT_ACCESS  | LOGIN ERROR      | STANDARD | HIGH     | AccessError
      BILLING         | BILLING ERROR    | STANDARD | HIGH     | BillingError
      BILLING         | BILLING          | STANDARD | NORMAL   | Otherwise
      HOW_TO          | HOW_TO URGENT    | PREMIUM  | LOW      | Wish
      FEATURE_REQUEST | FEATURE          | PREMIUM  | LOW      | Wish
      BILLING         | BILLING URGENT   | PREMIUM  | HIGH     | PremiumUrgent
      BILLING         | BILLING URGENT   | STANDARD | NORMAL   | Otherwise
      BUG             | MALFUNCTION      | STANDARD | NORMAL   | Otherwise
      GENERAL         | ''               | STANDARD | NORMAL   | Otherwise
      """;

  private static final String ROUTES =
      """
      DATA_LOSS        | DATA_LOSS | ''         | tier2      | DataLoss
      OUTAGE DATA_LOSS | OUTAGE    | accounting | tier2      | DataLoss
      OUTAGE           | OUTAGE    | accounting | tier2      | Outage
      OUTAGE           | OUTAGE    | ''         | tier2      | Outage
      BILLING          | BILLING   | accounting | accounting | OwnMailbox
      ''               | GENERAL   | ''         | tier1      | Otherwise
      """;

  private static final String SENIORITIES =
      """
      ANGRY BUG | STANDARD | false | LOW      | REQUIRE | Angry
      HOW_TO    | STANDARD | true  | LOW      | REQUIRE | Vip
      OUTAGE    | PREMIUM  | false | CRITICAL | REQUIRE | PremiumUrgent
      BUG       | PREMIUM  | false | HIGH     | REQUIRE | PremiumUrgent
      HOW_TO    | PREMIUM  | false | LOW      | PREFER  | Premium
      OUTAGE    | STANDARD | false | CRITICAL | ANY     | Otherwise
      """;

  private static final String WEIGHTS =
      """
      OUTAGE          | CRITICAL | 5 | Critical
      DATA_LOSS       | CRITICAL | 5 | Critical
      DATA_LOSS       | HIGH     | 4 | DataLoss
      BUG             | HIGH     | 3 | High
      HOW_TO          | NORMAL   | 1 | HowTo
      FEATURE_REQUEST | LOW      | 1 | Low
      BILLING         | NORMAL   | 2 | Otherwise
      """;

  private static final String ALERTS =
      """
      OUTAGE    | CRITICAL | engineering lead | OutageEngineering OutageLead
      OUTAGE    | HIGH     | engineering      | OutageEngineering
      DATA_LOSS | HIGH     | engineering      | DataLoss
      BILLING   | CRITICAL | ''               | ''
      """;

  private static final String ESCALATION_ROUTES =
      """
      tier1       | BILLING         | accounting  | Billing
      tier1       | FEATURE_REQUEST | product     | FeatureRequest
      tier1       | BUG             | tier2       | Tier1
      tier2       | BILLING         | accounting  | Billing
      tier2       | FEATURE_REQUEST | product     | FeatureRequest
      tier2       | BUG             | engineering | Tier2
      accounting  | BILLING         | tier2       | Specialists
      product     | FEATURE_REQUEST | tier2       | Specialists
      engineering | BUG             | tier2       | Specialists
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CATEGORIES)
  void category(String signals, String category, String row) {
    var decided = table("DetermineCategory").rowFor(Map.of("signals", signals));

    assertThat(decided.output("category")).isEqualTo(category);
    assertThat(decided.id()).isEqualTo("DetermineCategory_" + row);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = PRIORITIES)
  void priority(String category, String signals, String plan, String priority, String row) {
    var decided =
        table("DeterminePriority")
            .rowFor(Map.of("category", category, "signals", signals, "plan", plan));

    assertThat(decided.output("priority")).isEqualTo(priority);
    assertThat(decided.id()).isEqualTo("DeterminePriority_" + row);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ROUTES)
  void route(String signals, String category, String mailboxTeam, String team, String row) {
    var decided =
        table("DetermineRoute")
            .rowFor(Map.of("signals", signals, "category", category, "mailboxTeam", mailboxTeam));

    assertThat(decided.output("team")).isEqualTo(team);
    assertThat(decided.id()).isEqualTo("DetermineRoute_" + row);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = SENIORITIES)
  void seniority(
      String signals, String plan, boolean vip, String priority, Demand seniority, String row) {
    var decided =
        table("DetermineSeniority")
            .rowFor(Map.of("signals", signals, "plan", plan, "vip", vip, "priority", priority));

    assertThat(Demand.valueOf(decided.output("seniority"))).isEqualTo(seniority);
    assertThat(decided.id()).isEqualTo("DetermineSeniority_" + row);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = WEIGHTS)
  void weight(String category, Priority priority, int weight, String row) {
    DecisionTable table = table(DmnWeights.KEY);

    assertThat(DmnWeights.weigh(new Category(category), priority, table)).isEqualTo(weight);
    assertThat(rowsFor(table, "category", category, "priority", priority.name()))
        .containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ALERTS)
  void alerts(String category, Priority priority, String teams, String rows) {
    DecisionTable table = table(DmnAlertRoutes.KEY);

    assertThat(DmnAlertRoutes.teamsToAlert(new Category(category), priority, table))
        .extracting(TeamId::value)
        .containsExactlyElementsOf(words(teams));
    assertThat(rowsFor(table, "category", category, "priority", priority.name()))
        .containsExactlyElementsOf(words(rows));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = ESCALATION_ROUTES)
  void escalationRoute(String from, String category, String helper, String row) {
    DecisionTable table = table(DmnEscalationRoutes.KEY);

    TeamId to = DmnEscalationRoutes.routeFor(new TeamId(from), new Category(category), table);

    assertThat(to).isEqualTo(new TeamId(helper));
    assertThat(rowsFor(table, "team", from, "category", category)).containsExactly(row);
  }

  /** The last column of the examples names the rows that decide. */
  @Test
  void everyRowHasAnExample() {
    Map.of(
            "DetermineCategory",
            CATEGORIES,
            "DeterminePriority",
            PRIORITIES,
            "DetermineRoute",
            ROUTES,
            "DetermineSeniority",
            SENIORITIES,
            DmnWeights.KEY,
            WEIGHTS,
            DmnAlertRoutes.KEY,
            ALERTS,
            DmnEscalationRoutes.KEY,
            ESCALATION_ROUTES)
        .forEach(
            (table, examples) ->
                assertThat(rowsNamedIn(examples))
                    .as(table)
                    .containsAll(shortNames(table(table).rowIds())));
  }

  private static Set<String> rowsNamedIn(String examples) {
    return examples
        .lines()
        .map(line -> line.substring(line.lastIndexOf('|') + 1).strip())
        .flatMap(rows -> words(rows).stream())
        .collect(toSet());
  }

  private static List<String> rowsFor(
      DecisionTable table, String one, String value, String other, String otherValue) {
    return shortNames(
        table.rowsFor(Map.of(one, value, other, otherValue)).stream()
            .map(DecisionTable.Row::id)
            .toList());
  }

  private static List<String> shortNames(List<String> rows) {
    return rows.stream().map(row -> row.substring(row.indexOf('_') + 1)).toList();
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The whole system is down since 9 am         | OUTAGE          | CRITICAL | tier2",
        "We have an outage                           | OUTAGE          | CRITICAL | tier2",
        "Outage: error 503 on login, how do I work?  | OUTAGE          | CRITICAL | tier2",
        "Some data is missing                        | DATA_LOSS       | HIGH     | tier2",
        "We fear data loss                           | DATA_LOSS       | HIGH     | tier2",
        "I forgot my password                        | ACCOUNT_ACCESS  | NORMAL   | tier1",
        "A question about the login                  | ACCOUNT_ACCESS  | NORMAL   | tier1",
        "Please reset account 77                     | ACCOUNT_ACCESS  | NORMAL   | tier1",
        "How do I reset my password?                 | ACCOUNT_ACCESS  | NORMAL   | tier1",
        "I get an error on save                      | BUG             | HIGH     | tier1",
        "Found a bug                                 | BUG             | HIGH     | tier1",
        "The app crashed after login                 | BUG             | HIGH     | tier1",
        "How do I get rid of this error?             | BUG             | HIGH     | tier1",
        "My invoice is wrong                         | BILLING         | NORMAL   | tier1",
        "There is an error on my invoice             | BILLING         | HIGH     | tier1",
        "How do I export a report?                   | HOW_TO          | LOW      | tier1",
        "It would be great if you could add reports  | FEATURE_REQUEST | LOW      | tier1",
        "Feature request: reports                    | FEATURE_REQUEST | LOW      | tier1",
        "Good morning                                | GENERAL         | NORMAL   | tier1",
      })
  void aRequestIsTriaged(String text, String category, String priority, String team) {
    TriageTables.Triage triage = TriageTables.triage(text, Plan.STANDARD);

    assertThat(triage.category()).as(triage.signals().why()).isEqualTo(category);
    assertThat(triage.priority()).isEqualTo(priority);
    assertThat(triage.team()).isEqualTo(team);
  }
}
