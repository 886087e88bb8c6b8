package org.tierline.portal;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk's database is away for a moment, as when it is restarted. Nothing is wrong with what was
 * asked. Whether it was stored is unknown if the answer to the commit was lost; whoever repeats an
 * Idempotency-Key gets it once.
 */
final class Outage {

  /** When the caller may ask again. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Problem PROBLEM =
      Problem.of(
          Response.Status.SERVICE_UNAVAILABLE,
          "The desk's database does not answer. Try again in a minute.");

  private Outage() {}

  /** What to tell the caller; empty if the database is not what failed. */
  static Optional<Problem> of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && isAway(sql.getSQLState())) {
        return Optional.of(PROBLEM);
      }
    }
    return Optional.empty();
  }

  /**
   * Connections that break or are refused, a server that stops or starts; without a state it is the
   * pool that has no connection to give.
   */
  private static boolean isAway(@Nullable String state) {
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
