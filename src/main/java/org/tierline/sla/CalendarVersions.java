package org.tierline.sla;

import java.util.List;

/** Everything that was ever written down about the calendars of the desk. */
public interface CalendarVersions {

  /** The names of all calendars, in their order. */
  List<String> names();

  /** The versions of a calendar from the first on; none if there is no such calendar. */
  List<CalendarVersion> of(String calendar);

  /** Of two who add the same version of the same calendar one is refused by the store. */
  void add(CalendarVersion version);
}
