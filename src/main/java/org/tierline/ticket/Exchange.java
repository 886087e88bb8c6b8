package org.tierline.ticket;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who spoke last in a ticket: since when the customer waits for an answer, and what they heard. */
@Embeddable
public class Exchange {

  private @Nullable Instant firstRespondedAt;

  private @Nullable Instant lastWordAt;

  private @Nullable Instant unansweredSince;

  void customerSpoke(Instant now) {
    if (unansweredSince == null) {
      unansweredSince = now;
    }
  }

  void weSpoke(Instant now) {
    if (firstRespondedAt == null) {
      firstRespondedAt = now;
    }
    lastWordAt = now;
    unansweredSince = null;
  }

  /** Our first words to the customer, if we said any. */
  public Optional<Instant> firstRespondedAt() {
    return Optional.ofNullable(firstRespondedAt);
  }

  /** Our last words to the customer. */
  public Optional<Instant> lastWordAt() {
    return Optional.ofNullable(lastWordAt);
  }

  /** The first message of the customer since then. */
  public Optional<Instant> unansweredSince() {
    return Optional.ofNullable(unansweredSince);
  }
}
