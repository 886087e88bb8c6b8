package org.tierline.agent;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.platform.TestDatabase;

class JpaAbsencesTest {

  private final AgentId agent = new AgentId("a-" + UUID.randomUUID());

  static Stream<TestDatabase> databases() {
    return Stream.of(TestDatabase.h2(), TestDatabase.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatIsOverIsNeverLookedAtAgain(TestDatabase database) {
    UUID next =
        database.inTransaction(
            em -> {
              new JpaAgents(em)
                  .add(AgentFixture.agent(agent, new TeamId("t" + agent.value().substring(2, 10))));
              var absences = new JpaAbsences(em);
              absences.add(from(MONDAY_9AM.minus(9, DAYS), MONDAY_9AM));
              Absence later = from(MONDAY_9AM.plus(9, DAYS), MONDAY_9AM.plus(10, DAYS));
              absences.add(later);
              absences.add(from(MONDAY_9AM.minus(1, DAYS), MONDAY_9AM.plus(1, DAYS)));
              return later.id();
            });

    List<Instant> known =
        database.inTransaction(
            em ->
                new JpaAbsences(em)
                    .notOverAt(MONDAY_9AM).stream()
                        .filter(absence -> absence.agent().equals(agent))
                        .map(Absence::from)
                        .toList());
    assertThat(known).containsExactly(MONDAY_9AM.minus(1, DAYS), MONDAY_9AM.plus(9, DAYS));

    database.doInTransaction(
        em -> {
          var absences = new JpaAbsences(em);
          absences.remove(absences.find(next).orElseThrow());
        });
    boolean gone = database.inTransaction(em -> new JpaAbsences(em).find(next).isEmpty());
    assertThat(gone).isTrue();
  }

  private Absence from(Instant from, Instant until) {
    return new Absence(agent, from, until, "holidays", agent);
  }
}
