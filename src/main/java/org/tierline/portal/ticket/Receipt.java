package org.tierline.portal.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.ticket.TicketNumber;

/**
 * Remembers what a request under an idempotency key became and what we answered, so that sending it
 * again is safe. After a week the key is free again.
 */
@Entity
class Receipt {

  static final Duration KEPT_FOR = Duration.ofDays(7);

  @Id private String idempotencyKey;

  private String fingerprint;

  private long ticketNumber;

  private @Nullable String answer;

  private Instant createdAt;

  protected Receipt() {} // for JPA

  Receipt(String idempotencyKey, String fingerprint, TicketNumber ticket, Instant now) {
    this.idempotencyKey = idempotencyKey;
    this.fingerprint = fingerprint;
    this.ticketNumber = ticket.value();
    this.createdAt = now;
  }

  String idempotencyKey() {
    return idempotencyKey;
  }

  boolean isFor(String otherFingerprint) {
    return fingerprint.equals(otherFingerprint);
  }

  TicketNumber ticket() {
    return new TicketNumber(ticketNumber);
  }

  /** Our answer, word for word; empty as long as nobody has heard one. */
  Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  /** Returns what to answer: the first answer stays, whoever comes later with another. */
  String answer(String now) {
    if (answer == null) {
      answer = now;
    }
    return answer;
  }

  Instant createdAt() {
    return createdAt;
  }
}
