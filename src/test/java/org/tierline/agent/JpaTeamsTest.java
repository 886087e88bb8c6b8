package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
