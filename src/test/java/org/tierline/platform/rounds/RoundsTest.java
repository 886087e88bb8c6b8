package org.tierline.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {

  private final AtomicInteger done = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
  void whatFailsOnceIsDoneAgain(Class<? extends Throwable> failure) {
    var rounds =
        new Rounds(
            "the test",
            () -> {
              if (done.incrementAndGet() == 1) {
                fail(failure);
              }
            });

    rounds.run();
    rounds.run();

    assertThat(done).hasValue(2);
  }

  @Test
  void manyWishesDuringARoundAreOneMoreRoundAfterIt() throws Exception {
    var underWay = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var rounds =
        new Rounds(
            "the test",
            () -> {
              done.incrementAndGet();
              underWay.countDown();
              await(mayEnd);
            });

    var first = CompletableFuture.runAsync(rounds);
    await(underWay);
    rounds.run();
    rounds.run();
    rounds.run();
    assertThat(done).hasValue(1);
    mayEnd.countDown();
    first.get(10, TimeUnit.SECONDS);

    assertThat(done).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fail(Class<? extends Throwable> failure) {
    if (failure == StackOverflowError.class) {
      throw new StackOverflowError("for the test");
    }
    throw new IllegalStateException("for the test");
  }
}
