package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;

/** What only a real database can show. */
abstract class StoredReceiptsContract extends ReceiptsContract {

  protected abstract TestDatabase database();

  @Override
  protected <T> T inTransaction(Function<Receipts, T> work) {
    return database().inTransaction(em -> work.apply(new JpaReceipts(em)));
  }

  @Test
  void twoWhoAskAgainAtOnceHearTheSame() throws Exception {
    store(key, MONDAY_9AM);
    var firstHasTheReceipt = new CountDownLatch(1);
    var secondHasItToo = new CountDownLatch(1);

    var first =
        CompletableFuture.supplyAsync(
            () ->
                inTransaction(
                    receipts -> {
                      Receipt receipt = receipts.findToAnswer(key).orElseThrow();
                      firstHasTheReceipt.countDown();
                      assertThat(happens(secondHasItToo, Duration.ofMillis(300))).isFalse();
                      return receipt.answer("first");
                    }));
    happens(firstHasTheReceipt, Duration.ofSeconds(10));
    String second =
        inTransaction(
            receipts -> {
              Receipt receipt = receipts.findToAnswer(key).orElseThrow();
              secondHasItToo.countDown();
              return receipt.answer("second");
            });

    assertThat(List.of(first.get(10, TimeUnit.SECONDS), second)).containsOnly("first");
  }

  private static boolean happens(CountDownLatch event, Duration within) {
    try {
      return event.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
