package org.tierline.sla;

import java.util.List;
import java.util.Optional;

/** The calendars of the desk, by the names policies call them. */
public interface BusinessCalendars {

  List<String> names();

  /** A calendar with all its versions; empty if the desk has none of that name. */
  Optional<CalendarTimeline> find(String name);
}
