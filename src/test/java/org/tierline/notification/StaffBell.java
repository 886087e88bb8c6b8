package org.tierline.notification;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

/** The bell of a desk in memory, for tests of other packages. */
public final class StaffBell {

  private static final Channels BELL_ONLY = new Channels(false, false, true);

  private final InMemoryStaffNotices notices = new InMemoryStaffNotices();
  private final Clock clock = new TestClock();
  private final Bell bell = new Bell(notices, new RecordedFacts(), clock);

  public Bell bell() {
    return bell;
  }

  /** Tells an agent something, as the desk does. */
  public void ring(AgentId agent, String headline) {
    var notice =
        new Notice(NoticeKind.ASSIGNED, Optional.empty(), headline, "/desk/", "assigned", Map.of());
    notices.add(
        new StaffNotice(
            agent,
            notice,
            new NoticePreferences.Plan(BELL_ONLY, Optional.empty()),
            clock.instant()));
  }
}
