package org.tierline.notification.slack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request comes from Slack, just now and for the first time: Slack signs the time and the
 * very bytes of the body with a secret it shares with the desk (signature version v0).
 */
@ApplicationScoped
public class SlackSignature {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";

  private final Optional<String> secret;
  private final Clock clock;
  private final Map<String, Instant> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Inject
  public SlackSignature(SlackSettings settings, Clock clock) {
    this.secret = settings.signingSecret();
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlackSignature() {
    this.secret = Optional.empty();
    this.clock = null;
  }

  /** What becomes of a request. */
  public enum Verdict {
    GENUINE,
    /** Genuine, but seen before on this node. */
    REPEATED,
    FORGED
  }

  /**
   * Judges a request; without a secret, everything is forged.
   *
   * @param timestamp seconds since 1970, as the header says
   * @param signature {@code v0=} and the hexadecimal HMAC, as the header says
   */
  public Verdict judge(String timestamp, String signature, byte[] body) {
    if (secret.isEmpty() || !timestamp.matches("\\d{1,12}") || !isRecent(timestamp)) {
      return Verdict.FORGED;
    }
    byte[] expected = sign(secret.get(), timestamp, body).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
      return Verdict.FORGED;
    }
    synchronized (seen) {
      return seen.putIfAbsent(signature, clock.instant()) == null
          ? Verdict.GENUINE
          : Verdict.REPEATED;
    }
  }

  private boolean isRecent(String timestamp) {
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
  }

  static String sign(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
