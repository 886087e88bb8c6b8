package org.tierline.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may come: so many times at once, and again when time has passed. Remembers
 * only the latest visitors, so that a flood of made-up ones costs no memory.
 */
public final class RateLimit {

  private static final int REMEMBERED = 10_000;

  private final int most;
  private final Duration per;
  private final Clock clock;
  private final Map<String, Allowance> visitors =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A visitor may come {@code most} times per {@code per}, evenly or all at once. */
  public RateLimit(int most, Duration per, Clock clock) {
    this.most = most;
    this.per = per;
    this.clock = clock;
  }

  private record Allowance(double left, Instant at) {}

  /** Counts a visit; when it is one too many, says how long to wait and does not count it. */
  public synchronized Optional<Duration> visit(String who) {
    Instant now = clock.instant();
    Allowance before = visitors.getOrDefault(who, new Allowance(most, now));
    double perSecond = most / (double) per.toSeconds();
    double passed = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
    double left = Math.min(most, before.left() + passed * perSecond);
    if (left < 1) {
      visitors.put(who, new Allowance(left, now));
      return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - left) / perSecond)));
    }
    visitors.put(who, new Allowance(left - 1, now));
    return Optional.empty();
  }

  synchronized int remembered() {
    return visitors.size();
  }
}
