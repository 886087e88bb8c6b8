package org.tierline.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tierline.notification.slack.SlackSignature.Verdict;
import org.tierline.platform.TestClock;

class SlackSignatureTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final byte[] BODY =
      "payload=%7B%22type%22%3A%22block_actions%22%7D".getBytes(StandardCharsets.UTF_8);

  private final TestClock clock = new TestClock();
  private final SlackSignature signature = new SlackSignature(settings(SECRET), clock);

  /** The example of Slack's documentation on verifying requests. */
  @Test
  void agreesWithSlacksOwnExample() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    assertThat(SlackSignature.sign(SECRET, "1531420618", body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void whatSlackSignedJustNowIsGenuineOnce() {
    assertThat(judge(now(), sign(now()))).isEqualTo(Verdict.GENUINE);
    assertThat(judge(now(), sign(now()))).isEqualTo(Verdict.REPEATED);
  }

  @Test
  void whatIsOlderThanFiveMinutesOrFromTheFutureIsRefused() {
    String then = now();
    clock.pass(Duration.ofMinutes(5));
    assertThat(judge(then, sign(then))).isEqualTo(Verdict.GENUINE);
    clock.pass(Duration.ofSeconds(1));
    assertThat(judge(then, sign(then))).isEqualTo(Verdict.FORGED);
    String future = String.valueOf(clock.instant().getEpochSecond() + 301);
    assertThat(judge(future, sign(future))).isEqualTo(Verdict.FORGED);
  }

  @Test
  void withoutASecretNobodyIsBelieved() {
    var deaf = new SlackSignature(SlackSettings.none(), clock);

    assertThat(deaf.judge(now(), SlackSignature.sign("guess", now(), BODY), BODY))
        .isEqualTo(Verdict.FORGED);
  }

  @Test
  void oddHeadersAreRefused() {
    assertThat(judge("", sign(now()))).isEqualTo(Verdict.FORGED);
    assertThat(judge("-1", sign("-1"))).isEqualTo(Verdict.FORGED);
    assertThat(judge("99999999999999999999", sign("x"))).isEqualTo(Verdict.FORGED);
    assertThat(judge(now(), "")).isEqualTo(Verdict.FORGED);
    assertThat(judge(now(), sign(now()).substring(3))).isEqualTo(Verdict.FORGED);
    assertThat(judge(now(), sign(now()) + "\u00e9")).isEqualTo(Verdict.FORGED);
  }

  /** S31: of ten thousand altered signatures and bodies none is believed. */
  @Test
  void noAlterationIsBelieved() {
    var random = new Random(5734);
    String right = sign(now());
    for (int i = 0; i < 10_000; i++) {
      byte[] body = BODY.clone();
      String signed = right;
      if (i % 2 == 0) {
        body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(7));
      } else {
        int at = 3 + random.nextInt(right.length() - 3);
        char other = "0123456789abcdef".charAt(random.nextInt(16));
        signed = right.substring(0, at) + other + right.substring(at + 1);
        if (signed.equals(right)) {
          continue;
        }
      }
      assertThat(signature.judge(now(), signed, body)).isEqualTo(Verdict.FORGED);
    }
  }

  private Verdict judge(String timestamp, String signed) {
    return signature.judge(timestamp, signed, BODY);
  }

  private String now() {
    return String.valueOf(clock.instant().getEpochSecond());
  }

  private static String sign(String timestamp) {
    return SlackSignature.sign(SECRET, timestamp, BODY);
  }

  private static SlackSettings settings(String secret) {
    return new SlackSettings(
        Optional.empty(), Optional.empty(), Map.of(), Optional.of(secret), SlackSettings.SLACK);
  }
}
