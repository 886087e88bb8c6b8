package org.tierline.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.files.Patience;

/** What reading one mail has taken so far, and the end of patience. */
final class MailEffort {

  /** How many characters a rule may look at before the clock is asked again. */
  private static final int UNWATCHED = 1024;

  private final MailBounds bounds;
  private final @Nullable Clock clock;
  private final @Nullable Instant begun;
  private int parts;
  private long decoded;
  private int looks;

  MailEffort(MailBounds bounds, Clock clock) {
    this.bounds = bounds;
    this.clock = clock;
    this.begun = clock.instant();
  }

  private MailEffort(MailBounds bounds) {
    this.bounds = bounds;
    this.clock = null;
    this.begun = null;
  }

  /** For as long as it takes. */
  static MailEffort untimed(MailBounds bounds) {
    return new MailEffort(bounds);
  }

  int maxHeaderBytes() {
    return bounds.headerBytes();
  }

  /** Asked before each part. */
  void part(int depth) throws UnreadableMailException {
    parts++;
    if (parts > bounds.parts()) {
      throw new UnreadableMailException("It has more than " + bounds.parts() + " parts");
    }
    if (depth > bounds.depth()) {
      throw new UnreadableMailException("It is nested deeper than " + bounds.depth() + " levels");
    }
    watch();
  }

  /** Asked between steps that may take long. */
  void watch() throws UnreadableMailException {
    if (clock != null
        && begun != null
        && Duration.between(begun, clock.instant()).compareTo(bounds.time()) > 0) {
      throw new UnreadableMailException(
          "Reading it takes longer than " + bounds.time().toSeconds() + " seconds");
    }
  }

  /**
   * Work nobody can stop half-way but the rules in it that look through a {@link #matcher}; that
   * patience ended meanwhile is noticed behind it at the latest.
   */
  <T> T step(Supplier<T> work) throws UnreadableMailException {
    T done;
    try {
      done = work.get();
    } catch (PatienceEndedException e) {
      throw e.refusal();
    }
    watch();
    return done;
  }

  /**
   * A rule's look at what a stranger wrote, within a {@link #step}. A rule may go back and forth in
   * a text for as long as its writer likes; here it does so only until patience ends.
   */
  Matcher matcher(Pattern rule, CharSequence text) {
    return rule.matcher(clock == null ? text : new WatchedText(text, this));
  }

  /** Asked before each look at a character, of whatever text. */
  void look() {
    looks++;
    if (looks % UNWATCHED != 0) {
      return;
    }
    try {
      watch();
    } catch (UnreadableMailException e) {
      throw new PatienceEndedException(e);
    }
  }

  /** How a rule is left that would go on for long. */
  private static final class PatienceEndedException extends RuntimeException {

    private final UnreadableMailException refusal;

    PatienceEndedException(UnreadableMailException refusal) {
      super(refusal);
      this.refusal = refusal;
    }

    UnreadableMailException refusal() {
      return refusal;
    }
  }

  /**
   * Ends the reading of a single part that takes too long. Whoever survives that, because parsers
   * take a broken stream for a broken mail, does not survive {@link #watch} behind it.
   */
  Patience patience() {
    return () -> {
      try {
        watch();
      } catch (UnreadableMailException e) {
        throw new IOException(e);
      }
    };
  }

  /** What a single file may weigh. */
  long maxFileBytes() {
    return bounds.fileBytes();
  }

  long maxDecodedBytes() {
    return bounds.decodedBytes();
  }

  /** How much may still be decoded. */
  long left() {
    return bounds.decodedBytes() - decoded;
  }

  void decoded(long bytes) throws UnreadableMailException {
    decoded += bytes;
    if (decoded > bounds.decodedBytes()) {
      throw new UnreadableMailException(
          "Decoded, it is larger than " + bounds.decodedBytes() / (1024 * 1024) + " MB");
    }
  }
}
