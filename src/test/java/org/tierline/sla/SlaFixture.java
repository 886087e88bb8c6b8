package org.tierline.sla;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/** Policies and calendars for tests. */
public final class SlaFixture {

  /** Day and night, and Monday to Friday from nine to five, in UTC. */
  public static final BusinessCalendars CALENDARS = new CalendarFixture(ZoneOffset.UTC).calendars;

  private SlaFixture() {}

  /** A response and a resolution, day and night, and a warning half an hour before. */
  public static SlaPolicy policy(String rule, Duration firstResponse, Duration resolution) {
    return policy(
        rule, Map.of(SlaTarget.FIRST_RESPONSE, firstResponse, SlaTarget.RESOLUTION, resolution));
  }

  public static SlaPolicy policy(String rule, Map<SlaTarget, Duration> targets) {
    return new SlaPolicy(
        rule, "around-the-clock", false, targets, Duration.ofMinutes(30), "test", true);
  }
}
