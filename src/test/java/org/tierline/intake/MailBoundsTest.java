package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.files.Spool;

class MailBoundsTest {

  private static final MailBounds NARROW =
      new MailBounds(3, 5, 1000, 2000, 1500, Duration.ofSeconds(10));

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
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + large,
        "Decoded, it is larger than");
  }

  @Test
  void aFileBeyondTheLimitIsRefusedAndNothingElse() throws UnreadableMailException {
    InboundMessage mail = read(aMailWithFilesOf(100, 1501, 200));

    assertThat(mail.text()).isEqualTo("See files.");
    assertThat(mail.files())
        .extracting(InboundFile::refusal)
        .containsExactly(
            Optional.empty(),
            Optional.of("is larger than the 2 KB this desk accepts"),
            Optional.empty());
    assertThat(mail.files().get(1).content().size()).isEqualTo(1501);
  }

  @Test
  void filesThatAreTooMuchTogetherAreRefusedOneByOne() throws UnreadableMailException {
    InboundMessage mail = read(aMailWithFilesOf(1200, 1200, 300));

    assertThat(mail.files())
        .extracting(InboundFile::refusal)
        .containsExactly(
            Optional.empty(),
            Optional.of(
                "would make the files of this mail weigh more than the 2 KB this desk accepts"
                    + " together"),
            Optional.empty());
  }

  @Test
  void asSoonAsPatienceEndsTheRestOfALongPartIsNotRead() {
    byte[] mail =
        ("From: a@x.example\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
                + "QUJD\n".repeat(200_000))
            .getBytes(UTF_8);
    var clock = new AgingClock(Duration.ofSeconds(1));

    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> MailReader.read(Spool.of(mail), new MailEffort(NARROW, clock)))
        .withMessage("Reading it takes longer than 10 seconds");
    assertThat(Duration.between(Instant.EPOCH, clock.now)).isLessThan(Duration.ofSeconds(20));
  }

  /** Words, reply, kind and page are found by work that is not stopped half-way. */
  @Test
  void patienceIsAskedForAfterEachStepThatFollowsTheReading() throws Exception {
    byte[] mail = "From: a@x.example\nContent-Type: text/html\n\n<p>Hello</p>".getBytes(UTF_8);
    var clock = new AgingClock(Duration.ofMillis(1));
    var clockOfTheOther = new AgingClock(Duration.ofMillis(1));
    new SecondOpinion(1, List.of(), List.of(), List.of())
        .differs(new ByteArrayInputStream(mail), new MailEffort(NARROW, clockOfTheOther));

    MailReader.read(Spool.of(mail), new MailEffort(NARROW, clock));

    long before = List.of("begin", "part", "content", "HTML").size();
    long after = List.of("text", "words", "reply", "kind", "page").size();
    assertThat(clock.asked() - (clockOfTheOther.asked() - 1)).isEqualTo(before + after);
  }

  @Test
  void aRuleThatWouldGoBackAndForthForYearsEndsWithPatience() {
    var effort = new MailEffort(NARROW, new AgingClock(Duration.ofSeconds(1)));
    var rule = Pattern.compile("(a|a?)+\\1b");
    String hostile = "a".repeat(60);

    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> effort.step(() -> effort.matcher(rule, hostile).matches()))
        .withMessage("Reading it takes longer than 10 seconds");
  }

  @Test
  void whatARuleFindsInAWatchedTextIsAsItWasWritten() throws UnreadableMailException {
    var effort = new MailEffort(NARROW, new TestClock());

    String found =
        effort.step(
            () -> {
              var code = effort.matcher(Pattern.compile("\\d+"), "x".repeat(5000) + "550 no");
              return code.find() ? code.group() : "";
            });

    assertThat(found).isEqualTo("550");
  }

  /** Each line makes the rules for bounces try every beginning and every end of an address. */
  @Test
  void aBounceMadeToKeepTheRulesBusyIsLeftWhenPatienceEnds() {
    String line = "To:" + "a".repeat(64) + "@" + "b".repeat(250) + "," + "c".repeat(250) + "\n";
    byte[] mail = ("From: MAILER-DAEMON@x.example\n\n" + line.repeat(300)).getBytes(UTF_8);
    var bounds = new MailBounds(3, 5, 1000, 200_000, 1500, Duration.ofSeconds(10));
    var clock = new AgingClock(Duration.ofMillis(10));

    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> MailReader.read(Spool.of(mail), new MailEffort(bounds, clock)))
        .withMessage("Reading it takes longer than 10 seconds");
  }

  private static String aMailWithFilesOf(int... sizes) {
    var mail =
        new StringBuilder(
            "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee files.\n");
    for (int size : sizes) {
      mail.append("--b\nContent-Type: application/octet-stream; name=f\n\n")
          .append("x".repeat(size))
          .append('\n');
    }
    return mail.append("--b--\n").toString();
  }

  private static InboundMessage read(String mail) throws UnreadableMailException {
    return MailReader.read(Spool.of(mail.getBytes(UTF_8)), new MailEffort(NARROW, new TestClock()));
  }

  @Test
  void patienceHasAnEnd() {
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(
            () ->
                MailReader.read(
                    Spool.of("From: a@x.example\n\nx".getBytes(UTF_8)),
                    new MailEffort(NARROW, new AgingClock(Duration.ofSeconds(11)))))
        .withMessage("Reading it takes longer than 10 seconds");
  }

  @Test
  void anOrdinaryMailIsReadWithinThem() throws UnreadableMailException {
    InboundMessage mail =
        MailReader.read(
            Spool.of("From: a@x.example\n\nHello".getBytes(UTF_8)),
            new MailEffort(NARROW, new TestClock()));

    assertThat(mail.text()).isEqualTo("Hello");
  }

  private static void refused(String mail, String why) {
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(
            () ->
                MailReader.read(
                    Spool.of(mail.getBytes(UTF_8)), new MailEffort(NARROW, new TestClock())))
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

    long asked() {
      return Duration.between(Instant.EPOCH, now).dividedBy(step);
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
