package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.EmailAddress;

class JpaAgentsTest {

  private final TeamId team = new TeamId("team-" + UUID.randomUUID().toString().substring(0, 8));

  static Stream<TestDatabase> databases() {
    return Stream.of(TestDatabase.h2(), TestDatabase.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aTeamIsOneQuestionHoweverManyItsMembersAre(TestDatabase database) {
    database.doInTransaction(
        em -> {
          for (int i = 0; i < 3; i++) {
            new JpaAgents(em).add(member(i));
          }
        });

    database.doInTransaction(
        em -> {
          Statistics statistics =
              em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
          statistics.setStatisticsEnabled(true);
          long before = statistics.getPrepareStatementCount();

          List<Agent> free = new JpaAgents(em).membersOf(team);

          assertThat(free).hasSize(3).allSatisfy(agent -> assertThat(agent.skills()).hasSize(2));
          assertThat(statistics.getPrepareStatementCount() - before).isEqualTo(1);
        });
  }

  private Agent member(int number) {
    String login = "a" + number + "-" + UUID.randomUUID();
    return new Agent(
        new AgentId(login),
        "Agent " + number,
        new EmailAddress(login + "@tierline.example"),
        team,
        Set.of(new Skill("BILLING"), new Skill("BUG")),
        Set.of("en", "de"),
        10);
  }
}
