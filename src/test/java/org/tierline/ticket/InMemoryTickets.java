package org.tierline.ticket;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.customer.CustomerId;

public class InMemoryTickets implements Tickets {

  private static final Set<TicketStatus> IN_WORK = EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN);

  private static final Set<TicketStatus> OVER =
      EnumSet.of(TicketStatus.RESOLVED, TicketStatus.CLOSED);

  private static final Comparator<Ticket> NEWEST_FIRST =
      comparing((Ticket t) -> t.number().value()).reversed();

  private final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
  private long lastNumber = 5000;

  @Override
  public TicketNumber nextNumber() {
    return new TicketNumber(++lastNumber);
  }

  @Override
  public void add(Ticket ticket) {
    tickets.put(ticket.id(), ticket);
  }

  @Override
  public Ticket get(TicketId id) {
    return find(id).orElseThrow(() -> new UnknownTicketException(id));
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    return Optional.ofNullable(tickets.get(id));
  }

  public Collection<Ticket> all() {
    return tickets.values();
  }

  @Override
  public void reread(Ticket ticket) {
    // there is only one of each
  }

  @Override
  public Optional<Ticket> find(TicketNumber number) {
    return tickets.values().stream().filter(t -> t.number().equals(number)).findFirst();
  }

  @Override
  public Optional<Ticket> findByStatusToken(StatusToken token) {
    return tickets.values().stream().filter(t -> t.statusToken().equals(token)).findFirst();
  }

  @Override
  public Optional<Ticket> findByMailMessageId(String mailMessageId) {
    return tickets.values().stream()
        .filter(
            t ->
                t.messages().stream()
                    .anyMatch(m -> m.mailMessageId().filter(mailMessageId::equals).isPresent()))
        .findFirst();
  }

  @Override
  public List<WorkInHand> workInHand(Set<AgentId> agents) {
    return agents.stream()
        .flatMap(agent -> inWorkBy(agent).stream())
        .map(t -> new WorkInHand(t.assignee().orElseThrow(), t.category(), t.priority(), 1))
        .toList();
  }

  @Override
  public List<Ticket> inWorkBy(AgentId agent) {
    return tickets.values().stream()
        .filter(t -> t.assignee().filter(agent::equals).isPresent())
        .filter(t -> IN_WORK.contains(t.status()))
        .toList();
  }

  @Override
  public List<Ticket> queueOf(TeamId team, int most) {
    return tickets.values().stream()
        .filter(t -> t.team().equals(team) && t.assignee().isEmpty())
        .filter(t -> t.status() == TicketStatus.OPEN)
        .sorted(comparing(Ticket::priority).reversed().thenComparing(Ticket::createdAt))
        .limit(most)
        .toList();
  }

  @Override
  public List<StandingWork> standing(Instant now) {
    return tickets.values().stream()
        .filter(t -> !OVER.contains(t.status()))
        .map(
            t ->
                new StandingWork(
                    t.team(),
                    t.assignee(),
                    t.status(),
                    t.category(),
                    t.priority(),
                    1,
                    t.createdAt(),
                    isOverdue(t, now) ? 1 : 0))
        .toList();
  }

  private static boolean isOverdue(Ticket ticket, Instant now) {
    boolean late = ticket.resolutionDueAt().filter(due -> !due.isAfter(now)).isPresent();
    boolean unanswered =
        Optional.ofNullable(ticket.dueDates().nextResponseDueAt())
            .filter(due -> !due.isAfter(now))
            .isPresent();
    boolean silent =
        ticket.firstRespondedAt().isEmpty()
            && ticket.firstResponseDueAt().filter(due -> !due.isAfter(now)).isPresent();
    return ticket.status() != TicketStatus.WAITING_FOR_CUSTOMER && (late || unanswered || silent);
  }

  @Override
  public List<Ticket> forLeads(int most) {
    return tickets.values().stream()
        .filter(t -> t.status() == TicketStatus.OPEN)
        .filter(
            t ->
                t.ownership().leadCalledAt().isPresent()
                    || (t.team().equals(TeamId.LEAD) && t.assignee().isEmpty()))
        .sorted(comparing(Ticket::priority).reversed().thenComparing(Ticket::createdAt))
        .limit(most)
        .toList();
  }

  @Override
  public List<Ticket> ofCustomer(CustomerId customer, int most) {
    return tickets.values().stream()
        .filter(t -> t.customer().equals(customer))
        .sorted(comparing((Ticket t) -> t.number().value()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<Ticket> unfinishedOf(CustomerId customer) {
    return unfinished(0, Integer.MAX_VALUE).stream()
        .filter(t -> t.customer().equals(customer))
        .toList();
  }

  @Override
  public List<Ticket> unfinished(long after, int most) {
    return tickets.values().stream()
        .filter(t -> t.status() != TicketStatus.RESOLVED && t.status() != TicketStatus.CLOSED)
        .filter(t -> t.number().value() > after)
        .sorted(comparing((Ticket t) -> t.number().value()))
        .limit(most)
        .toList();
  }

  @Override
  public List<Ticket> search(TicketQuery query) {
    return tickets.values().stream()
        .filter(t -> query.status().map(t.status()::equals).orElse(true))
        .filter(t -> query.text().map(text -> matches(t, text.strip())).orElse(true))
        .filter(t -> isOf(query.whose(), t))
        .filter(t -> query.order() == TicketQuery.Order.NEWEST_FIRST || isRunning(t))
        .sorted(
            query.order() == TicketQuery.Order.NEWEST_FIRST
                ? NEWEST_FIRST
                : comparing((Ticket t) -> t.nextDueAt().orElse(Instant.MAX))
                    .thenComparing(NEWEST_FIRST))
        .skip((long) query.page() * query.pageSize())
        .limit(query.pageSize())
        .toList();
  }

  private static boolean isOf(TicketQuery.Whose whose, Ticket ticket) {
    return whose.team().map(ticket.team()::equals).orElse(true)
        && whose.owner().map(owner -> ticket.assignee().equals(Optional.of(owner))).orElse(true)
        && (!whose.unowned() || (ticket.assignee().isEmpty() && IN_WORK.contains(ticket.status())));
  }

  private static boolean isRunning(Ticket ticket) {
    return Set.of(TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.WITH_ENGINEERING)
        .contains(ticket.status());
  }

  private static boolean matches(Ticket ticket, String text) {
    if (text.matches("#?\\d{1,18}")) {
      return ticket.number().toString().endsWith(text)
          && ticket.number().value() == Long.parseLong(text.replace("#", ""));
    }
    return ticket.subject().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
