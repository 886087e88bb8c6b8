package org.tierline.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.OptimisticLockException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tierline.platform.transactions.DirectTransactions;

class CollisionsTest {

  private final AtomicInteger attempts = new AtomicInteger();
  private final Collisions collisions = new Collisions(new DirectTransactions());

  @Test
  void whatLostIsDoneOnceMore() {
    String result =
        collisions.survive(
            () -> {
              if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("commit failed", new OptimisticLockException());
              }
              return "stored";
            });

    assertThat(result).isEqualTo("stored");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void aMistakeIsNotRepeated() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                collisions.survive(
                    () -> {
                      attempts.incrementAndGet();
                      throw new IllegalStateException("a bug");
                    }));

    assertThat(attempts).hasValue(1);
  }

  @Test
  void whoeverIsInterruptedTriesNoMore() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(OptimisticLockException.class)
          .isThrownBy(
              () ->
                  collisions.survive(
                      () -> {
                        attempts.incrementAndGet();
                        throw new OptimisticLockException();
                      }));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(attempts).hasValue(1);
  }

  @Test
  void thereIsAnEndToPatience() {
    assertThatExceptionOfType(OptimisticLockException.class)
        .isThrownBy(
            () ->
                collisions.survive(
                    () -> {
                      attempts.incrementAndGet();
                      throw new OptimisticLockException();
                    }));

    assertThat(attempts).hasValue(8);
  }
}
