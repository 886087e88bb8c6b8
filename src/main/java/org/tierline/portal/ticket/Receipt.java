package org.tierline.portal.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.tierline.ticket.TicketNumber;

/** Remembers what a request under an idempotency key became, so that sending it again is safe. */
@Entity
class Receipt {

  @Id private String idempotencyKey;

  private String fingerprint;

  private long ticketNumber;

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

  Instant createdAt() {
    return createdAt;
  }
}
