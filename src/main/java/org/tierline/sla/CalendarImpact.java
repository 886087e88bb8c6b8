package org.tierline.sla;

import java.time.Instant;
import java.util.List;
import org.tierline.ticket.TicketNumber;

/**
 * What a change of a calendar does to the tickets that are open now.
 *
 * @param running how many tickets have a clock that runs by the calendar
 * @param moved how many of them would have another due date
 * @param dates how many due dates would move; a ticket may have several
 * @param next the moved ones that are due first
 */
public record CalendarImpact(int running, int moved, int dates, List<Move> next) {

  /** One promise that would be due at another instant. */
  public record Move(TicketNumber ticket, SlaTarget target, Instant before, Instant after) {

    Instant earlier() {
      return before.isBefore(after) ? before : after;
    }
  }
}
