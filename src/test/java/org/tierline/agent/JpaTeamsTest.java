package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.platform.TestDatabase;

class JpaTeamsTest {

  static Stream<TestDatabase> databases() {
    return Stream.of(TestDatabase.h2(), TestDatabase.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aDeskStartsWithTheTeamsOfItsTiers(TestDatabase database) {
    Teams inMemory = new InMemoryTeams();

    assertThat(facts(database, Teams::all)).isEqualTo(facts(inMemory.all()));
    assertThat(facts(database, teams -> teams.find(TeamId.LEAD).stream().toList()))
        .isEqualTo(facts(inMemory.find(TeamId.LEAD).stream().toList()));
    assertThat(facts(database, teams -> teams.find(new TeamId("night")).stream().toList()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aTeamIsFoundedChangedAndDissolved(TestDatabase database) {
    var id = new TeamId("night-" + UUID.randomUUID().toString().substring(0, 8));
    database.doInTransaction(
        em -> new JpaTeams(em).add(new Team(id, "Night", 2, Optional.empty(), false)));

    database.doInTransaction(
        em ->
            new JpaTeams(em)
                .find(id)
                .orElseThrow()
                .follow(
                    new TeamPlan("Night shift", 3, Optional.of(new Team.Expectation(1, 2)), true)));

    assertThat(facts(database, teams -> teams.find(id).stream().toList()))
        .containsExactly(id + " Night shift 3 Optional[1–2 hours] true");
    database.doInTransaction(
        em -> {
          var teams = new JpaTeams(em);
          teams.remove(teams.find(id).orElseThrow());
        });
    assertThat(facts(database, teams -> teams.find(id).stream().toList())).isEmpty();
  }

  @Test
  void anExpectationReadsAsCustomersCount() {
    assertThat(new Team.Expectation(24, 48)).hasToString("24–48 hours");
    assertThatIllegalArgumentException().isThrownBy(() -> new Team.Expectation(48, 24));
  }

  private static List<String> facts(TestDatabase database, Function<Teams, List<Team>> question) {
    return database.inTransaction(em -> facts(question.apply(new JpaTeams(em))));
  }

  private static List<String> facts(List<Team> teams) {
    return teams.stream()
        .map(
            team ->
                "%s %s %d %s %s"
                    .formatted(
                        team.id(),
                        team.name(),
                        team.tier(),
                        team.expectation(),
                        team.isAlertedOnArrival()))
        .toList();
  }
}
