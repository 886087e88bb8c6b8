package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.OutgoingMailFixture.CARLA;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.SentReplies;

class AcknowledgementBrakeTest {

  private final TestClock clock = new TestClock();
  private final AcknowledgementLimits limits = new AcknowledgementLimits(5, 200, 100);

  /** So many to the address, to its domain and to the world; and in the hours of the week. */
  private record Written(long to, long toDomain, long toAnybody, List<Long> perHour)
      implements SentReplies {

    @Override
    public long to(EmailAddress recipient, Instant since) {
      assertThat(since).isEqualTo(TestClock.MONDAY_9AM.minus(Duration.ofHours(1)));
      return to;
    }

    @Override
    public long toDomain(String domain, Instant since) {
      return toDomain;
    }

    @Override
    public long toAnybody(Instant since) {
      return toAnybody;
    }

    @Override
    public List<Long> perHour(Instant since) {
      assertThat(since).isEqualTo(TestClock.MONDAY_9AM.minus(Duration.ofDays(7)));
      return perHour;
    }
  }

  @Test
  void anOrdinaryDayIsLeftAlone() {
    assertThat(refusal(new Written(4, 199, 99, List.of()))).isNull();
  }

  @Test
  void oneAddressIsNotFilled() {
    assertThat(refusal(new Written(5, 5, 5, List.of())))
        .isEqualTo("carla@customer.example got 5 within the hour");
  }

  @Test
  void norIsOneDomainByEverNewAddresses() {
    assertThat(refusal(new Written(0, 200, 200, List.of())))
        .isEqualTo("customer.example got 200 within the hour");
  }

  @Test
  void tenTimesTheUsualIsALoopUnlessItIsStillLittle() {
    List<Long> quietWeek = Collections.nCopies(50, 11L);

    assertThat(refusal(new Written(0, 0, 99, quietWeek))).isNull();
    assertThat(refusal(new Written(0, 0, 109, quietWeek))).isNull();
    assertThat(refusal(new Written(0, 0, 110, quietWeek)))
        .isEqualTo("the desk wrote 110 within the hour, far above the usual");
  }

  @Test
  void aBusyDeskMayBeBusy() {
    assertThat(refusal(new Written(0, 0, 900, Collections.nCopies(50, 400L)))).isNull();
  }

  private String refusal(Written written) {
    return new AcknowledgementBrake(written, limits, clock).refuses(CARLA).orElse(null);
  }
}
