package org.tierline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.container.BesideTheDesk.bean;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkResult;
import org.tierline.portal.Collisions;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.TicketStatus;

/** People who act in the same moment. */
@InContainerTest
class TwoAtOnceIT {

  private static final AgentId ANA = new AgentId("ana");
  private static final AgentId TOM = new AgentId("tom");

  @Deployment
  static WebArchive besideTheDesk() {
    return BesideTheDesk.archive();
  }

  @Test
  void ofTwoWhoFinishOneTaskOneIsHeard() throws Exception {
    Situation ticket = Situation.aTicket("How do I export my data?");
    WorkItem work = ticket.awaitWork();
    AgentId owner = work.owner().orElseThrow();

    List<Throwable> refused =
        atOnce(() -> resolve(ticket, work, owner), () -> resolve(ticket, work, owner));

    assertThat(refused)
        .hasSize(1)
        .allMatch(why -> why instanceof WorkAlreadyDoneException || Collisions.isCollision(why));
    ticket.awaitThat(t -> t.status() == TicketStatus.RESOLVED);
    assertThat(ticket.history()).containsOnlyOnce(HistoryKind.AGENT_WROTE, HistoryKind.RESOLVED);
  }

  @Test
  void ofTwoAgentsWhoTakeWhatNobodyHasAndFinishItOneIsHeard() throws Exception {
    makeAvailable(false, ANA, TOM);
    List<Throwable> refused;
    Situation ticket = Situation.aTicket("How do I export my data?");
    try {
      WorkItem work = ticket.awaitWork();
      assertThat(ticket.owner()).isEmpty();

      refused =
          atOnce(() -> takeAndResolve(ticket, work, ANA), () -> takeAndResolve(ticket, work, TOM));
    } finally {
      makeAvailable(true, ANA, TOM);
    }

    assertThat(refused)
        .hasSize(1)
        .allMatch(
            why ->
                why instanceof WorkAlreadyDoneException
                    || why instanceof NotYourWorkException
                    || Collisions.isCollision(why));
    ticket.awaitThat(t -> t.status() == TicketStatus.RESOLVED);
    assertThat(ticket.history()).containsOnlyOnce(HistoryKind.AGENT_WROTE, HistoryKind.RESOLVED);
    List<String> said =
        ticket.ask(
            t ->
                t.messages().stream()
                    .filter(message -> message.purpose() == Purpose.SOLUTION)
                    .map(Message::text)
                    .toList());
    assertThat(said).hasSize(1).isSubsetOf("This is ana's answer.", "This is tom's answer.");
  }

  private static void takeAndResolve(Situation ticket, WorkItem work, AgentId agent)
      throws WorkAlreadyDoneException, NotYourWorkException {
    bean(ClaimWork.class).claim(ticket.id(), work.id(), agent);
    resolve(ticket, work, agent);
  }

  private static void resolve(Situation ticket, WorkItem work, AgentId agent)
      throws WorkAlreadyDoneException, NotYourWorkException {
    bean(FinishWork.class)
        .finish(
            ticket.id(),
            work.id(),
            agent,
            new WorkResult("RESOLVE", Optional.empty()),
            "This is " + agent.value() + "'s answer.");
  }

  private static void makeAvailable(boolean available, AgentId... agents) throws Exception {
    for (AgentId agent : agents) {
      bean(ChangeAvailability.class).change(agent, available);
    }
  }

  private interface Act {
    void perform() throws Exception;
  }

  /** Begins both in the same moment; returns what those were told who did not get through. */
  private static List<Throwable> atOnce(Act one, Act other) throws Exception {
    var start = new CyclicBarrier(2);
    var threads =
        BesideTheDesk.lookUp(
            "java:jboss/ee/concurrency/executor/default", ManagedExecutorService.class);
    List<Future<Void>> both = new ArrayList<>();
    for (Act act : List.of(one, other)) {
      both.add(
          threads.submit(
              () -> {
                start.await(30, TimeUnit.SECONDS);
                act.perform();
                return null;
              }));
    }
    List<Throwable> refused = new ArrayList<>();
    for (Future<Void> each : both) {
      try {
        each.get(60, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        refused.add(e.getCause());
      }
    }
    return refused;
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
