package org.tierline.sla;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.TicketId;

public class InMemoryPromises implements Promises {

  private final List<SlaPromise> promises = new ArrayList<>();

  @Override
  public void add(SlaPromise promise) {
    promises.add(promise);
  }

  @Override
  public List<SlaPromise> of(TicketId ticket) {
    return of(List.of(ticket)).getOrDefault(ticket, List.of());
  }

  @Override
  public Map<TicketId, List<SlaPromise>> of(Collection<TicketId> tickets) {
    return promises.stream()
        .filter(promise -> tickets.contains(promise.ticket()))
        .sorted(Comparator.comparing(SlaPromise::at))
        .collect(groupingBy(SlaPromise::ticket));
  }
}
