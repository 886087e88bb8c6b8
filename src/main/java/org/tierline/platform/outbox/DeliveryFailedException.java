package org.tierline.platform.outbox;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other side did not take what the desk wanted to hand over. */
public class DeliveryFailedException extends Exception {

  /** What the failure says about the future. */
  public enum Kind {
    /** Nobody answers, or not as they should: no use trying the next one now. */
    SERVER_DOWN,
    /** This one was not accepted this time. */
    NOT_NOW,
    /** This one will never be accepted. */
    NEVER
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public DeliveryFailedException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = null;
  }

  /** The other side asks to be left alone for a while. */
  public DeliveryFailedException(String message, Duration retryAfter) {
    super(message);
    this.kind = Kind.SERVER_DOWN;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** How long the other side wants to be left alone, if it said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
