package org.tierline.sla.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.TicketClocks;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;

/** Use case: reckon from scratch what has a date for a ticket. */
@ApplicationScoped
@Transactional
public class ReadDeadlines {

  private final ReadClocks readClocks;
  private final EscalationLadders ladders;
  private final TakenSteps takenSteps;

  @Inject
  ReadDeadlines(ReadClocks readClocks, EscalationLadders ladders, TakenSteps takenSteps) {
    this.readClocks = readClocks;
    this.ladders = ladders;
    this.takenSteps = takenSteps;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReadDeadlines() {
    this(null, null, null);
  }

  /** Empty while nothing is promised. */
  public Optional<Deadlines> of(Ticket ticket) {
    return readClocks
        .of(ticket)
        .map(
            clocks ->
                Deadlines.of(
                    clocks, ladders.ladder(clocks.policy().ladder()), takenSteps.of(ticket.id())));
  }

  /** The same for a page of tickets, each ladder looked up once. */
  public Map<TicketId, Deadlines> of(Collection<Ticket> tickets) {
    Map<TicketId, TicketClocks> read = readClocks.of(tickets);
    Map<TicketId, List<TakenStep>> taken = takenSteps.of(read.keySet());
    Map<String, Ladder> known = new HashMap<>();
    Map<TicketId, Deadlines> deadlines = new HashMap<>();
    read.forEach(
        (id, clocks) ->
            deadlines.put(
                id,
                Deadlines.of(
                    clocks,
                    known.computeIfAbsent(clocks.policy().ladder(), ladders::ladder),
                    taken.getOrDefault(id, List.of()))));
    return deadlines;
  }
}
