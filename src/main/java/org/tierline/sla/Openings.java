package org.tierline.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects openings in their order and joins what touches. */
final class Openings {

  private final List<Interval> done = new ArrayList<>();
  private @Nullable Interval last;

  /** Does nothing if the opening would end before it began. */
  void add(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return;
    }
    if (last != null && last.to().equals(from)) {
      last = new Interval(last.from(), to);
      return;
    }
    if (last != null) {
      done.add(last);
    }
    last = new Interval(from, to);
  }

  List<Interval> all() {
    if (last != null) {
      done.add(last);
      last = null;
    }
    return List.copyOf(done);
  }
}
