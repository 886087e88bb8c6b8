package org.tierline.sla;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.TicketId;

/** Everything that was ever promised. */
public interface Promises {

  void add(SlaPromise promise);

  /** What was promised for a ticket, in its order; empty before it was triaged. */
  List<SlaPromise> of(TicketId ticket);

  /** The same for many tickets at once; a ticket without a promise is missing. */
  Map<TicketId, List<SlaPromise>> of(Collection<TicketId> tickets);
}
