package org.tierline.assignment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.StoredAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.StoredCustomers;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.Category;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.Priority;
import org.tierline.ticket.StoredTickets;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Many tickets assigned at the same moment, each in a transaction of its own. */
abstract class ConcurrentAssignmentContract {

  private final TeamId team = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));

  private final AgentId first = new AgentId("first-" + team);
  private final AgentId second = new AgentId("second-" + team);

  protected abstract TestDatabase database();

  @Test
  void theyAreSharedFairly() throws Exception {
    enlist(20, first, second);

    List<Optional<AgentId>> owners = assignAtOnce(tickets(8));

    assertThat(owners.stream().flatMap(Optional::stream))
        .hasSize(8)
        .filteredOn(first::equals)
        .hasSize(4);
  }

  @Test
  void nobodyGetsMoreThanTheyCanTake() throws Exception {
    int roomForOne = Priority.NORMAL.weight();
    enlist(roomForOne, first);

    List<Optional<AgentId>> owners = assignAtOnce(tickets(4));

    assertThat(owners.stream().filter(Optional::isPresent)).hasSize(1);
  }

  private List<Optional<AgentId>> assignAtOnce(List<TicketId> tickets) throws Exception {
    var start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(tickets.size());
    try {
      List<Future<Optional<AgentId>>> running =
          tickets.stream()
              .map(
                  id ->
                      threads.submit(
                          () -> {
                            start.await();
                            return database().inTransaction(em -> assigning(em).assign(id));
                          }))
              .toList();
      start.countDown();
      List<Optional<AgentId>> owners = new ArrayList<>();
      for (Future<Optional<AgentId>> one : running) {
        owners.add(one.get(60, SECONDS));
      }
      return owners;
    } finally {
      threads.shutdownNow();
    }
  }

  private static AssignTicket assigning(EntityManager em) {
    return new AssignTicket(
        StoredTickets.in(em),
        StoredAgents.in(em),
        new JpaTurns(em),
        new RecordedFacts(),
        new TestClock());
  }

  private void enlist(int capacity, AgentId... agents) {
    database()
        .doInTransaction(
            em -> {
              new JpaTurns(em).take(team);
              for (AgentId id : agents) {
                StoredAgents.in(em).add(agent(id, team, capacity));
              }
            });
  }

  private List<TicketId> tickets(int count) {
    return database()
        .inTransaction(
            em -> {
              Customer customer =
                  Customer.writingFrom(
                      new EmailAddress(team + "@customer.example"), "Carla", MONDAY_9AM);
              StoredCustomers.in(em).add(customer);
              Tickets tickets = StoredTickets.in(em);
              return IntStream.range(0, count)
                  .mapToObj(
                      i -> {
                        Ticket ticket =
                            Ticket.open(
                                tickets.nextNumber(),
                                "Subject",
                                customer,
                                Channel.EMAIL,
                                Content.typed("Text"),
                                MONDAY_9AM);
                        ticket.triage(Category.GENERAL, Priority.NORMAL, team, "r", MONDAY_9AM);
                        tickets.add(ticket);
                        return ticket.id();
                      })
                  .toList();
            });
  }
}
