package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DemoMailbox;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;
import org.tierline.journey.ObservedPostgres.Asked;

/**
 * What one mail costs the database until its ticket lies before an agent, everything included: our
 * statements, the engine's, those of its job executor, and the server's own checks.
 */
class CostOfATicketIT {

  private static final int PORT_OFFSET = 600;

  /** Longer than any round but the queue's. */
  private static final Duration QUIET = Duration.ofSeconds(12);

  @TempDir Path data;

  @Test
  @SuppressWarnings("try") // the desk only has to be there
  void fromMailToTaskTheDatabaseIsAskedLittle() throws IOException {
    try (ObservedPostgres postgres = ObservedPostgres.start();
        DemoMailbox mailbox = DemoMailbox.start(PORT_OFFSET);
        DeskServer desk = DeskServer.start(node(postgres, mailbox))) {
      var carla =
          new CustomerMail("carla@customer.example", mailbox.smtpPort(), mailbox.imapPort());
      carla.write("First of the day", "It fills the caches of the server.");
      untilTheTaskIsThere(postgres);
      carla.next("we have received your request");
      Set<Asked> idle = roundsOfAnIdleDesk(postgres);
      carla.write("The whole system is down", "Nobody can log in since this morning.");

      // without the rounds, and without the letters that leave meanwhile
      List<Asked> path =
          untilTheTaskIsThere(postgres).stream()
              .filter(asked -> !idle.contains(asked) && !asked.mentionsOnly("outbox_mail"))
              .toList();

      int statements = path.stream().mapToInt(asked -> asked.statements().size()).sum();
      System.out.printf(
          "From mail to task: %d statements in %d transactions%n", statements, path.size());
      assertThat(path.size()).isLessThanOrEqualTo(20);
      assertThat(statements).isLessThanOrEqualTo(400);
    }
  }

  private DeskServer.Options node(ObservedPostgres postgres, DemoMailbox mailbox) {
    return postgres
        .serving(DeskServer.Options.in(data))
        .withPortOffset(PORT_OFFSET)
        .withMailbox(mailbox)
        .withStaff(RunningDesk.PASSWORD);
  }

  /** Everything asked up to and including the transaction that made the agent's task. */
  private static List<Asked> untilTheTaskIsThere(ObservedPostgres postgres) {
    List<Asked> all = new ArrayList<>();
    await("a task")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              all.addAll(postgres.lookAgain());
              return all.stream().anyMatch(CostOfATicketIT::makesATask);
            });
    int last = 0;
    while (!makesATask(all.get(last))) {
      last++;
    }
    return all.subList(0, last + 1);
  }

  private static boolean makesATask(Asked asked) {
    return asked.mentions("insert into ACT_RU_TASK");
  }

  /** What the desk asks again and again while nothing happens. */
  private static Set<Asked> roundsOfAnIdleDesk(ObservedPostgres postgres) {
    postgres.lookAgain();
    await("rounds, and a moment far from the queue's, which goes round at each full minute")
        .atMost(Duration.ofMinutes(3))
        .pollDelay(QUIET)
        .until(() -> LocalTime.now(ZoneOffset.UTC).getSecond(), between(2, 40));
    return new HashSet<>(postgres.lookAgain());
  }

  private static Predicate<Integer> between(int first, int last) {
    return second -> first <= second && second <= last;
  }
}
