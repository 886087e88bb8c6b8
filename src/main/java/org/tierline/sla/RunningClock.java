package org.tierline.sla;

import java.time.Instant;
import org.tierline.ticket.TicketNumber;

/** The clock of one open promise, which can be asked what it would show by other calendars. */
public interface RunningClock {

  TicketNumber ticket();

  /** What it shows if the calendars were these. */
  SlaStatus status(BusinessCalendars calendars, Instant now);
}
