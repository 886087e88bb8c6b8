package org.tierline.assignment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestDatabase;

/** What the turns must do; run against H2 and PostgreSQL. */
abstract class TurnsContract {

  protected abstract TestDatabase database();

  @Test
  void theUsualTeamsAreThere() {
    List<TeamId> teams = database().inTransaction(em -> new JpaTurns(em).teams());

    assertThat(teams)
        .contains(
            TeamId.TIER1,
            TeamId.TIER2,
            TeamId.ENGINEERING,
            new TeamId("accounting"),
            new TeamId("product"));
  }

  @Test
  void aNewTeamGetsItsTurn() {
    TeamId team = aTeam();

    database().doInTransaction(em -> new JpaTurns(em).take(team).served(ANA));

    database()
        .doInTransaction(em -> assertThat(new JpaTurns(em).take(team).servedLast()).contains(ANA));
  }

  /** Each of them reads who was served last and serves the next: none may miss another. */
  @Test
  void whoeverHasTheTurnIsAlone() throws Exception {
    TeamId team = aTeam();
    database().doInTransaction(em -> new JpaTurns(em).take(team).served(new AgentId("n0")));
    int clerks = 6;
    var start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(clerks);
    try {
      List<? extends Future<?>> done =
          java.util.stream.IntStream.range(0, clerks)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            database().doInTransaction(em -> serveNext(team, em));
                            return true;
                          }))
              .toList();
      start.countDown();
      for (Future<?> one : done) {
        one.get(30, SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    database()
        .doInTransaction(
            em ->
                assertThat(new JpaTurns(em).take(team).servedLast())
                    .contains(new AgentId("n" + clerks)));
  }

  private static void serveNext(TeamId team, EntityManager em) {
    Turn turn = new JpaTurns(em).take(team);
    int last = Integer.parseInt(turn.servedLast().orElseThrow().value().substring(1));
    turn.served(new AgentId("n" + (last + 1)));
  }

  private static TeamId aTeam() {
    return new TeamId("t" + java.util.UUID.randomUUID().toString().substring(0, 8));
  }
}
