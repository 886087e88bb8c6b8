package org.tierline.platform.transactions;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Two who want the same row for themselves at the same moment. */
public final class Contest {

  private static final Duration TEMPTATION = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Contest() {}

  /**
   * Does the work twice at once.
   *
   * @param work calls what it is given as soon as it has the row. The first is held there long
   *     enough for the second to get the row too, if the store let it.
   * @return what came of both, the first one's first
   */
  public static <T> List<T> of(Function<Runnable, T> work) {
    var firstHasIt = new CountDownLatch(1);
    var secondHasIt = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                work.apply(
                    () -> {
                      firstHasIt.countDown();
                      happens(secondHasIt, TEMPTATION);
                    }));
    if (!happens(firstHasIt, PATIENCE)) {
      throw new IllegalStateException("The first never got the row");
    }
    T second = work.apply(secondHasIt::countDown);
    return List.of(first.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join(), second);
  }

  private static boolean happens(CountDownLatch event, Duration within) {
    try {
      return event.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
