package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.customer.CustomerId;

@ApplicationScoped
class JpaTickets implements Tickets {

  private static final Set<TicketStatus> IN_WORK = EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN);

  /** Where a promise is kept or missed; while the customer has to act, it stands still. */
  private static final Set<TicketStatus> RUNNING =
      EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.WITH_ENGINEERING);

  private static final Set<TicketStatus> UNFINISHED =
      EnumSet.of(
          TicketStatus.NEW,
          TicketStatus.OPEN,
          TicketStatus.WAITING_FOR_CUSTOMER,
          TicketStatus.WITH_ENGINEERING);

  private static final String MOST_URGENT_FIRST =
      " order by case t.priority when CRITICAL then 0 when HIGH then 1"
          + " when NORMAL then 2 else 3 end, t.clock.createdAt";

  @PersistenceContext private EntityManager em;

  JpaTickets() {}

  JpaTickets(EntityManager em) {
    this.em = em;
  }

  @Override
  public TicketNumber nextNumber() {
    Object next = em.createNativeQuery("select nextval('ticket_number_seq')").getSingleResult();
    return new TicketNumber(((Number) next).longValue());
  }

  @Override
  public void add(Ticket ticket) {
    em.persist(ticket);
  }

  @Override
  public Ticket get(TicketId id) {
    return find(id).orElseThrow(() -> new UnknownTicketException(id));
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    return Optional.ofNullable(em.find(Ticket.class, id.value()));
  }

  @Override
  public void reread(Ticket ticket) {
    em.refresh(ticket);
  }

  @Override
  public Optional<Ticket> find(TicketNumber number) {
    return em.createQuery("select t from Ticket t where t.number = :number", Ticket.class)
        .setParameter("number", number.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Ticket> findByStatusToken(StatusToken token) {
    return em.createQuery("select t from Ticket t where t.statusToken = :token", Ticket.class)
        .setParameter("token", token.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Ticket> findByMailMessageId(String mailMessageId) {
    return em.createQuery(
            "select m.ticket from Message m where m.mailMessageId = :id order by m.at",
            Ticket.class)
        .setParameter("id", mailMessageId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<WorkInHand> workInHand(Set<AgentId> agents) {
    if (agents.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select t.ownership.assignee as agent, t.category as category, t.priority as priority,"
                + " count(t) as tickets from Ticket t"
                + " where t.ownership.assignee in :agents and t.progress.status in :inWork"
                + " group by t.ownership.assignee, t.category, t.priority",
            Tuple.class)
        .setParameter("agents", agents.stream().map(AgentId::value).toList())
        .setParameter("inWork", IN_WORK)
        .getResultStream()
        .map(
            row ->
                new WorkInHand(
                    new AgentId(row.get("agent", String.class)),
                    new Category(row.get("category", String.class)),
                    row.get("priority", Priority.class),
                    row.get("tickets", Long.class).intValue()))
        .toList();
  }

  @Override
  public List<Ticket> inWorkBy(AgentId agent) {
    return em.createQuery(
            "select t from Ticket t where t.ownership.assignee = :agent"
                + " and t.progress.status in :inWork order by t.number",
            Ticket.class)
        .setParameter("agent", agent.value())
        .setParameter("inWork", IN_WORK)
        .getResultList();
  }

  @Override
  public List<Ticket> queueOf(TeamId team, int most) {
    return em.createQuery(
            "select t from Ticket t where t.ownership.team = :team and t.ownership.assignee is null"
                + " and t.progress.status = :open"
                + MOST_URGENT_FIRST,
            Ticket.class)
        .setParameter("team", team.value())
        .setParameter("open", TicketStatus.OPEN)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<StandingWork> standing(Instant now) {
    return em.createQuery(
            "select t.ownership.team as team, t.ownership.assignee as agent,"
                + " t.progress.status as status, t.category as category, t.priority as priority, count(t) as tickets,"
                + " min(t.clock.createdAt) as oldest,"
                + " sum(case when t.progress.status in :running"
                + " and (t.clock.dueDates.resolutionDueAt <= :now or t.clock.dueDates.nextResponseDueAt <= :now"
                + " or (t.conversation.exchange.firstRespondedAt is null"
                + " and t.clock.dueDates.firstResponseDueAt <= :now))"
                + " then 1 else 0 end) as overdue"
                + " from Ticket t where t.progress.status in :unfinished"
                + " group by t.ownership.team, t.ownership.assignee, t.progress.status, t.category,"
                + " t.priority",
            Tuple.class)
        .setParameter("now", now)
        .setParameter("running", RUNNING)
        .setParameter("unfinished", UNFINISHED)
        .getResultStream()
        .map(
            row ->
                new StandingWork(
                    new TeamId(row.get("team", String.class)),
                    Optional.ofNullable(row.get("agent", String.class)).map(AgentId::new),
                    row.get("status", TicketStatus.class),
                    new Category(row.get("category", String.class)),
                    row.get("priority", Priority.class),
                    row.get("tickets", Long.class).intValue(),
                    row.get("oldest", Instant.class),
                    row.get("overdue", Long.class).intValue()))
        .toList();
  }

  @Override
  public List<Ticket> forLeads(int most) {
    return em.createQuery(
            "select t from Ticket t where t.progress.status = :open"
                + " and (t.ownership.leadCalledAt is not null"
                + " or t.ownership.team = :lead and t.ownership.assignee is null)"
                + MOST_URGENT_FIRST,
            Ticket.class)
        .setParameter("open", TicketStatus.OPEN)
        .setParameter("lead", TeamId.LEAD.value())
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Ticket> unfinishedOf(CustomerId customer) {
    return em.createQuery(
            "select t from Ticket t where t.customerId = :customer and t.progress.status in :unfinished"
                + " order by t.number",
            Ticket.class)
        .setParameter("customer", customer.value())
        .setParameter("unfinished", UNFINISHED)
        .getResultList();
  }

  @Override
  public List<Ticket> ofCustomer(CustomerId customer, int most) {
    return em.createQuery(
            "select t from Ticket t where t.customerId = :customer order by t.number desc",
            Ticket.class)
        .setParameter("customer", customer.value())
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Ticket> unfinished(long after, int most) {
    List<UUID> page =
        em.createQuery(
                "select t.id from Ticket t where t.progress.status in :unfinished and t.number > :after"
                    + " order by t.number",
                UUID.class)
            .setParameter("unfinished", UNFINISHED)
            .setParameter("after", after)
            .setMaxResults(most)
            .getResultList();
    return withHistory(page, "t.number");
  }

  /** Whoever reads clocks reads histories: one statement for all of them. */
  private List<Ticket> withHistory(List<UUID> page, String order) {
    if (page.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select distinct t from Ticket t left join fetch t.history.entries where t.id in :page"
                + " order by "
                + order,
            Ticket.class)
        .setParameter("page", page)
        .getResultList();
  }

  @Override
  public List<Ticket> search(TicketQuery query) {
    List<UUID> page = new TicketSearch(em, RUNNING).find(query);
    return withHistory(page, "t.number desc").stream()
        .sorted(Comparator.comparingInt(ticket -> page.indexOf(ticket.id().value())))
        .toList();
  }
}
