package org.tierline.platform.outbox;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has become of one row of an outbox. */
@Embeddable
public class Delivery {

  private static final int MAX_ERROR_LENGTH = 2000;
  private static final int MAX_WHY_LENGTH = 500;

  /** Where it stands. */
  public enum State {
    WAITING,
    SENT,
    /** Refused for good, or tried for long enough: a person decides. */
    FAILED,
    /** Of no use any more by now. */
    EXPIRED,
    /** Whom it was for has it from elsewhere. */
    REPLACED,
    /** A person decided that it shall not happen. */
    GIVEN_UP
  }

  @Enumerated(EnumType.STRING)
  private State state;

  private int attempts;

  private Instant nextAttemptAt;

  @SuppressWarnings("UnusedVariable") // read by the query that claims a row
  private @Nullable Instant leasedUntil;

  private @Nullable String lastError;

  private @Nullable Instant sentAt;

  @SuppressWarnings("UnusedVariable") // for whoever audits the table
  private @Nullable String givenUpBy;

  @SuppressWarnings("UnusedVariable") // for whoever audits the table
  private @Nullable String givenUpWhy;

  private @Nullable Instant retriedAt;

  protected Delivery() {} // for JPA

  /** To be tried at once. */
  public Delivery(Instant now) {
    this.state = State.WAITING;
    this.nextAttemptAt = now;
  }

  public void sent(Instant now) {
    state = State.SENT;
    sentAt = now;
    leasedUntil = null;
    lastError = null;
  }

  /** To be tried again. */
  public void postponed(Instant until, String why) {
    nextAttemptAt = until;
    noted(why);
  }

  public void failed(String why) {
    state = State.FAILED;
    noted(why);
  }

  public void expired(String why) {
    state = State.EXPIRED;
    noted(why);
  }

  public void replaced() {
    state = State.REPLACED;
    leasedUntil = null;
  }

  private void noted(String why) {
    lastError = shortened(why, MAX_ERROR_LENGTH);
    leasedUntil = null;
  }

  /** Tries a failed one once more, for as long as a new one. Returns whether it had failed. */
  public boolean tryAgain(Instant now) {
    boolean was = state == State.FAILED;
    if (was) {
      state = State.WAITING;
      nextAttemptAt = now;
      retriedAt = now;
    }
    return was;
  }

  /** Lets a failed one be. Returns whether it had failed. */
  public boolean giveUp(String by, String why) {
    boolean was = state == State.FAILED;
    if (was) {
      state = State.GIVEN_UP;
      givenUpBy = by;
      givenUpWhy = shortened(why, MAX_WHY_LENGTH);
    }
    return was;
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  public State state() {
    return state;
  }

  /** How often it was tried. */
  public int attempts() {
    return attempts;
  }

  /** From when on its time runs: when it was written, unless a person had it tried once more. */
  public Instant patientSince(Instant writtenAt) {
    return retriedAt == null ? writtenAt : retriedAt;
  }

  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  public Optional<String> lastError() {
    return Optional.ofNullable(lastError);
  }

  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }
}
