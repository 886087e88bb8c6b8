package org.tierline.ticket;

import java.time.Duration;
import java.time.Instant;

/** A ticket comes back to life when its customer writes soon enough after it was closed. */
public final class ReopenPolicy {

  /** How long after closing a reply still means the same problem. */
  public static final Duration GRACE = Duration.ofDays(14);

  private ReopenPolicy() {}

  public static boolean mayReopen(Instant closedAt, Instant now) {
    return now.isBefore(closedAt.plus(GRACE));
  }
}
