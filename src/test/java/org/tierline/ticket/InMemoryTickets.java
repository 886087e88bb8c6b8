package org.tierline.ticket;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
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
  public Map<AgentId, Integer> workload() {
    return tickets.values().stream()
        .filter(t -> t.assignee().isPresent() && IN_WORK.contains(t.status()))
        .collect(
            groupingBy(t -> t.assignee().orElseThrow(), summingInt(t -> t.priority().weight())));
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
  public List<Ticket> ofCustomer(CustomerId customer, int most) {
    return tickets.values().stream()
        .filter(t -> t.customer().equals(customer))
        .sorted(comparing((Ticket t) -> t.number().value()).reversed())
        .limit(most)
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
        .sorted(comparing((Ticket t) -> t.number().value()).reversed())
        .skip((long) query.page() * query.pageSize())
        .limit(query.pageSize())
        .toList();
  }

  private static boolean matches(Ticket ticket, String text) {
    if (text.matches("#?\\d{1,18}")) {
      return ticket.number().toString().endsWith(text)
          && ticket.number().value() == Long.parseLong(text.replace("#", ""));
    }
    return ticket.subject().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
