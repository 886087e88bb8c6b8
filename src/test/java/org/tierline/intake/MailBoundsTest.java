package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;

class MailBoundsTest {

  private static final MailBounds NARROW = new MailBounds(3, 5, 1000, 2000, Duration.ofSeconds(10));

  @Test
  void nestingHasAnEnd() {
    var mail = new StringBuilder("From: a@x.example\n");
    for (int i = 0; i < 5; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }

    refused(mail.toString(), "It is nested deeper than 3 levels");
  }

  @Test
  void partsAreCounted() {
    refused(
        "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(9),
        "It has more than 5 parts");
  }

  @Test
  void headersHaveAnEnd() {
    refused("From: a@x.example\nX-Long: " + "x".repeat(2000) + "\n\nx", "headers are longer");
  }

  @Test
  void whatIsDecodedIsWeighed() {
    String large = Base64.getMimeEncoder().encodeToString(new byte[3000]);

    refused(
        "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + large,
        "Decoded, it is larger than");
  }

  @Test
  void patienceHasAnEnd() {
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(
            () ->
                MailReader.read(
                    "From: a@x.example\n\nx".getBytes(UTF_8),
                    new MailEffort(NARROW, new AgingClock(Duration.ofSeconds(11)))))
        .withMessage("Reading it takes longer than 10 seconds");
  }

  @Test
  void anOrdinaryMailIsReadWithinThem() throws UnreadableMailException {
    InboundMessage mail =
        MailReader.read(
            "From: a@x.example\n\nHello".getBytes(UTF_8), new MailEffort(NARROW, new TestClock()));

    assertThat(mail.text()).isEqualTo("Hello");
  }

  private static void refused(String mail, String why) {
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(
            () -> MailReader.read(mail.getBytes(UTF_8), new MailEffort(NARROW, new TestClock())))
        .withMessageContaining(why);
  }

  /** Time passes whenever somebody asks for it. */
  private static final class AgingClock extends Clock {

    private final Duration step;
    private Instant now = Instant.EPOCH;

    AgingClock(Duration step) {
      this.step = step;
    }

    @Override
    public Instant instant() {
      Instant before = now;
      now = now.plus(step);
      return before;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
