package org.tierline.assignment;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roster;
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
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.Priority;
import org.tierline.ticket.StandingWork;
import org.tierline.ticket.StoredTickets;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Many tickets assigned at the same moment, each in a transaction of its own. */
abstract class ConcurrentAssignmentContract {

  private static final int THREADS = 8;

  private static final int BATCH = 50;

  /** What a ticket of normal priority weighs in these tests. */
  private static final int ROOM_FOR_ONE = 2;

  private static final Priority[] PRIORITIES = Priority.values();

  /** What four tickets weigh, one of each priority: 1, 2, 3 and 5. */
  private static final int WEIGHT_OF_ALL_PRIORITIES = 11;

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
    enlist(ROOM_FOR_ONE, first);

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

  /**
   * As many decisions as {@code -Dassignment.decisions} says, under eight threads; each ticket is
   * decided twice, often at the same moment. They weigh from 1 to 5, and there is room for half of
   * what they weigh together. No ticket is assigned twice, nobody has more than they can take, and
   * none waits for which somebody has room, counted afterwards from what is stored.
   */
  @Test
  void underALoadNoTicketIsAssignedTwiceAndNobodyIsOverloaded() throws Exception {
    int decisions = Integer.getInteger("assignment.decisions", 1_000);
    int agents = 25;
    int capacity = decisions / 2 * WEIGHT_OF_ALL_PRIORITIES / PRIORITIES.length / 2 / agents;
    AgentId[] all =
        IntStream.range(0, agents)
            .mapToObj(i -> new AgentId("a" + i + "-" + team))
            .toArray(AgentId[]::new);
    enlist(capacity, all);
    List<TicketId> tickets = tickets(decisions / 2, PRIORITIES);
    var next = new AtomicInteger();
    var collisions = new AtomicInteger();

    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(
                  i -> threads.submit(() -> decide(tickets, decisions, next, collisions)))
              .toList();
      for (Future<?> one : running) {
        one.get(10, MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    Figures figures = database().inTransaction(this::figures);
    System.out.printf(
        Locale.ROOT,
        "%s: %d decisions by %d threads in %d ms: %d a second, %d collided; %d tickets assigned,"
            + " %d twice, most weight on one desk %d of %d%n",
        getClass().getSimpleName(),
        decisions,
        THREADS,
        took.toMillis(),
        decisions * 1000L / Math.max(1, took.toMillis()),
        collisions.get(),
        figures.assigned(),
        figures.assignedTwice(),
        Collections.max(figures.loads()),
        capacity);
    assertThat(figures.assignedTwice()).isZero();
    assertThat(figures.loads())
        .hasSize(agents)
        .allSatisfy(
            load ->
                assertThat(load)
                    .isLessThanOrEqualTo(capacity)
                    .isGreaterThan(capacity - figures.lightestQueued()));
  }

  /** On a connection of the thread's own, as a pool gives it; a new one would cost the most. */
  private void decide(
      List<TicketId> tickets, int decisions, AtomicInteger next, AtomicInteger collisions) {
    try (EntityManager any = database().entityManager();
        Session session =
            any.getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .withOptions()
                .connectionHandlingMode(PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_HOLD)
                .openSession()) {
      for (int i = next.getAndIncrement(); i < decisions; i = next.getAndIncrement()) {
        session.clear();
        session.getTransaction().begin();
        assigning(session).assign(tickets.get(i / 2));
        try {
          session.getTransaction().commit();
        } catch (RollbackException | OptimisticLockException e) {
          collisions.incrementAndGet(); // somebody else decided on it in this moment
        }
      }
    }
  }

  /**
   * What is stored afterwards.
   *
   * @param loads what each agent has, by weight
   * @param lightestQueued the least weight that found no room
   */
  private record Figures(
      long assigned, long assignedTwice, Collection<Integer> loads, int lightestQueued) {}

  private Figures figures(EntityManager em) {
    long assignments =
        count(
            em,
            "select count(h) from HistoryEntry h where h.kind ="
                + " org.tierline.ticket.HistoryKind.ASSIGNED and h.ticket.ownership.team = :team");
    long assigned =
        count(
            em,
            "select count(t) from Ticket t where t.ownership.team = :team"
                + " and t.ownership.assignee is not null");
    List<StandingWork> standing =
        StoredTickets.in(em).standing(MONDAY_9AM).stream()
            .filter(work -> work.team().equals(team))
            .toList();
    Map<AgentId, Integer> loads =
        standing.stream()
            .filter(work -> work.owner().isPresent())
            .collect(
                groupingBy(
                    work -> work.owner().orElseThrow(),
                    summingInt(work -> work.tickets() * weight(work))));
    int lightestQueued =
        standing.stream()
            .filter(work -> work.owner().isEmpty())
            .mapToInt(ConcurrentAssignmentContract::weight)
            .min()
            .orElseThrow();
    return new Figures(assigned, assignments - assigned, loads.values(), lightestQueued);
  }

  private static int weight(StandingWork work) {
    return WeightsFixture.BY_PRIORITY.scale().weigh(work.category(), work.priority());
  }

  private long count(EntityManager em, String query) {
    return em.createQuery(query, Long.class).setParameter("team", team.value()).getSingleResult();
  }

  private static AssignTicket assigning(EntityManager em) {
    Clock clock = new TestClock();
    Tickets tickets = StoredTickets.in(em);
    Roster roster = StoredAgents.roster(em, clock);
    var facts = new RecordedFacts();
    return new AssignTicket(
        tickets,
        roster,
        WeightsFixture.benches(roster, tickets),
        WeightsFixture.RULES,
        new JpaTurns(em),
        new LeadCalls(facts, clock),
        facts,
        clock);
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
    return tickets(count, Priority.NORMAL);
  }

  /** In batches: a context that knows thousands of tickets looks through all of them each time. */
  private List<TicketId> tickets(int count, Priority... priorities) {
    Customer customer =
        Customer.writingFrom(new EmailAddress(team + "@customer.example"), "Carla", MONDAY_9AM);
    database().doInTransaction(em -> StoredCustomers.in(em).add(customer));
    List<TicketId> ids = new ArrayList<>();
    while (ids.size() < count) {
      int batch = Math.min(BATCH, count - ids.size());
      ids.addAll(
          database()
              .inTransaction(em -> tickets(batch, priorities, customer, StoredTickets.in(em))));
    }
    return ids;
  }

  private List<TicketId> tickets(
      int count, Priority[] priorities, Customer customer, Tickets tickets) {
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
              Priority priority = priorities[i % priorities.length];
              ticket.triage(Category.GENERAL, priority, team, "r", MONDAY_9AM);
              tickets.add(ticket);
              return ticket.id();
            })
        .toList();
  }
}
