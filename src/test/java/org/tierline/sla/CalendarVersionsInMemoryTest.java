package org.tierline.sla;

import java.util.function.Function;

class CalendarVersionsInMemoryTest extends CalendarVersionsContract {

  private final CalendarVersions versions = new CalendarVersionsInMemory();

  @Override
  protected <T> T with(Function<CalendarVersions, T> work) {
    return work.apply(versions);
  }
}
