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
    steps.add(step);
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
