package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;

/** Use case: read how everything we promised for a ticket stands right now. */
@ApplicationScoped
@Transactional
public class ReadClocks {

  private final Promises promises;
  private final BusinessCalendars calendars;
  private final Clock clock;

  @Inject
  public ReadClocks(Promises promises, BusinessCalendars calendars, Clock clock) {
    this.promises = promises;
    this.calendars = calendars;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReadClocks() {
    this(null, null, null);
  }

  /** Empty while nothing is promised: the ticket was not triaged yet. */
  public Optional<TicketClocks> of(Ticket ticket) {
    return Optional.ofNullable(of(List.of(ticket)).get(ticket.id()));
  }

  /** The same for a page of tickets; one without a promise is missing. */
  public Map<TicketId, TicketClocks> of(Collection<Ticket> tickets) {
    return of(tickets, calendars, clock.instant());
  }

  /** What the clocks of tickets would show at a time, if the calendars were these. */
  Map<TicketId, TicketClocks> of(
      Collection<Ticket> tickets, BusinessCalendars others, Instant now) {
    Map<TicketId, List<SlaPromise>> promised =
        promises.of(tickets.stream().map(Ticket::id).toList());
    Map<String, OpeningTimes> known = new HashMap<>();
    Map<TicketId, TicketClocks> clocks = new HashMap<>();
    for (Ticket ticket : tickets) {
      List<SlaPromise> made = promised.getOrDefault(ticket.id(), List.of());
      if (!made.isEmpty()) {
        clocks.put(
            ticket.id(),
            TicketClocks.of(
                ticket,
                made,
                name -> known.computeIfAbsent(name, wanted -> find(wanted, others)),
                now));
      }
    }
    return clocks;
  }

  private static OpeningTimes find(String name, BusinessCalendars calendars) {
    return calendars
        .find(name)
        .orElseThrow(() -> new IllegalStateException("There is no calendar " + name));
  }
}
