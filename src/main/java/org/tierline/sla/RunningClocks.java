package org.tierline.sla;

import java.util.List;

/** The clocks of all tickets that are not over. */
public interface RunningClocks {

  /**
   * The next clocks that count by a calendar, in the order of their tickets.
   *
   * @param after the number of the last ticket seen; 0 to begin
   * @param limit how many tickets at most; fewer mean that there are no more
   */
  List<RunningClock> countingBy(String calendar, long after, int limit);
}
