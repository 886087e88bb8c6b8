package org.tierline.sla.ladder;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.TicketId;

class InMemoryTakenSteps implements TakenSteps {

  private final List<TakenStep> steps = new ArrayList<>();

  @Override
  public void add(TakenStep step) {
    if (steps.stream().anyMatch(taken -> isSame(taken, step))) {
      throw new IllegalStateException("A unique constraint keeps a step from being taken twice");
    }
    steps.add(step);
  }

  private static boolean isSame(TakenStep taken, TakenStep other) {
    return taken.ticket().equals(other.ticket())
        && taken.target() == other.target()
        && taken.since().equals(other.since())
        && taken.step().equals(other.step())
        && taken.dueAt().equals(other.dueAt());
  }

  @Override
  public List<TakenStep> of(TicketId ticket) {
    return of(List.of(ticket)).getOrDefault(ticket, List.of());
  }

  @Override
  public Map<TicketId, List<TakenStep>> of(Collection<TicketId> tickets) {
    return steps.stream()
        .filter(step -> tickets.contains(step.ticket()))
        .collect(groupingBy(TakenStep::ticket));
  }
}
