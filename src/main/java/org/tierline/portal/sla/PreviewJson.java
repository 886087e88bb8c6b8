package org.tierline.portal.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tierline.sla.LedgerLine;
import org.tierline.sla.SlaStatus;

/**
 * What the clock answers.
 *
 * @param remaining negative by what was used beyond the target
 */
record PreviewJson(
    Instant dueAt,
    Instant warnAt,
    Duration consumed,
    Duration remaining,
    boolean breached,
    List<LineJson> ledger) {

  /**
   * A line of the sum.
   *
   * @param counted how much of the target this line used up
   */
  record LineJson(Instant from, Instant to, LedgerLine.Kind kind, String what, Duration counted) {

    private static LineJson of(LedgerLine line) {
      return new LineJson(line.from(), line.to(), line.kind(), line.what(), line.counted());
    }
  }

  static PreviewJson of(SlaStatus status) {
    return new PreviewJson(
        status.dueAt(),
        status.warnAt(),
        status.consumed(),
        status.remaining(),
        status.isBreached(),
        status.ledger().stream().map(LineJson::of).toList());
  }
}
