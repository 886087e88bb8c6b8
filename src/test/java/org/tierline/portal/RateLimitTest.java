package org.tierline.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;

class RateLimitTest {

  private final TestClock clock = new TestClock(MONDAY_9AM);
  private final RateLimit limit = new RateLimit(2, Duration.ofMinutes(1), clock);

  @Test
  void aVisitorTooManyIsToldHowLongToWait() {
    limit.visit("a");
    limit.visit("a");

    assertThat(limit.visit("a")).contains(Duration.ofSeconds(30));
    assertThat(limit.visit("b")).isEmpty();
  }

  @Test
  void timeBringsTheAllowanceBack() {
    limit.visit("a");
    limit.visit("a");

    clock.pass(Duration.ofSeconds(30));

    assertThat(limit.visit("a")).isEmpty();
    assertThat(limit.visit("a")).isPresent();
  }

  @Test
  void aFloodOfMadeUpVisitorsCostsNoMemory() {
    for (int i = 0; i < 50_000; i++) {
      limit.visit("visitor " + i);
    }

    assertThat(limit.remembered()).isEqualTo(10_000);
  }
}
