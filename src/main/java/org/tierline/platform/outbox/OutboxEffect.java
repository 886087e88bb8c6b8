package org.tierline.platform.outbox;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One effect in the outbox. Its id is its place in the order. */
@Entity
class OutboxEffect {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_effect_seq")
  @SequenceGenerator(
      name = "outbox_effect_seq",
      sequenceName = "outbox_effect_seq",
      allocationSize = 1)
  private @Nullable Long id;

  private UUID effectKey;

  private String kind;

  private @Nullable UUID ticketId;

  private String target;

  private String content;

  private Instant createdAt;

  /** Whether those who cannot wait were told that it does not get on. */
  private boolean heldUp;

  @Embedded private Delivery delivery;

  protected OutboxEffect() {} // for JPA

  OutboxEffect(Effect effect, Instant now) {
    this.effectKey = effect.key();
    this.kind = effect.kind();
    this.ticketId = effect.ticket().orElse(null);
    this.target = effect.target();
    this.content = effect.content();
    this.createdAt = now;
    this.delivery = new Delivery(now);
  }

  Effect effect() {
    return new Effect(effectKey, kind, Optional.ofNullable(ticketId), target, content);
  }

  /** Returns whether that is news. */
  boolean holdUp() {
    boolean news = !heldUp;
    heldUp = true;
    return news;
  }

  boolean isHeldUp() {
    return heldUp;
  }

  /** Known as soon as it is in the outbox. */
  long id() {
    return Objects.requireNonNull(id);
  }

  Instant createdAt() {
    return createdAt;
  }

  Delivery delivery() {
    return delivery;
  }
}
