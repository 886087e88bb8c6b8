package org.tierline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.container.BesideTheDesk.bean;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkResult;
import org.tierline.portal.Collisions;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.TicketStatus;

/** People who act in the same moment. */
@InContainerTest
class TwoAtOnceIT {

  @Deployment
  static WebArchive besideTheDesk() {
    return BesideTheDesk.archive();
  }

  @Test
  void ofTwoWhoFinishOneTaskOneIsHeard() throws Exception {
    Situation ticket = Situation.aTicket("How do I export my data?");
    WorkItem work = ticket.awaitWork();
    AgentId owner = work.owner().orElseThrow();
    var start = new CyclicBarrier(2);
    Callable<Boolean> finish =
        () -> {
          start.await(30, TimeUnit.SECONDS);
          bean(FinishWork.class)
              .finish(
                  ticket.id(),
                  work.id(),
                  owner,
                  new WorkResult("RESOLVE", Optional.empty()),
                  "Use the export page.");
          return true;
        };
    var threads =
        BesideTheDesk.lookUp(
            "java:jboss/ee/concurrency/executor/default", ManagedExecutorService.class);

    List<Future<Boolean>> both = List.of(threads.submit(finish), threads.submit(finish));

    List<Throwable> refused = new ArrayList<>();
    for (Future<Boolean> one : both) {
      try {
        one.get(60, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException e) {
        refused.add(e.getCause());
      }
    }
    assertThat(refused)
        .hasSize(1)
        .allMatch(why -> why instanceof WorkAlreadyDoneException || Collisions.isCollision(why));
    ticket.awaitThat(t -> t.status() == TicketStatus.RESOLVED);
    assertThat(ticket.history()).containsOnlyOnce(HistoryKind.AGENT_WROTE, HistoryKind.RESOLVED);
  }

  @Test
  void whoBecomesFreeIsGivenWhatWaitsInTheQueue() throws Exception {
    var ben = new AgentId("ben");
    bean(ChangeAvailability.class).change(ben, false);
    Situation ticket = Situation.aTicket("Data loss: all our records are gone");
    ticket.awaitWork();
    assertThat(ticket.owner()).isEmpty();

    bean(ChangeAvailability.class).change(ben, true);

    ticket.awaitThat(t -> t.assignee().filter(ben::equals).isPresent());
    assertThat(ticket.work().get(0).owner()).contains(ben);
  }
}
