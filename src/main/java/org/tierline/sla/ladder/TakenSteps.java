package org.tierline.sla.ladder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.TicketId;

/** All steps that were ever taken. */
interface TakenSteps {

  void add(TakenStep step);

  List<TakenStep> of(TicketId ticket);

  /** The same for many tickets at once; a ticket without one is missing. */
  Map<TicketId, List<TakenStep>> of(Collection<TicketId> tickets);
}
