package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.transactions.Contest;

/** What only a real database can show. */
abstract class StoredReceiptsContract extends ReceiptsContract {

  protected abstract TestDatabase database();

  @Override
  protected <T> T inTransaction(Function<Receipts, T> work) {
    return database().inTransaction(em -> work.apply(new JpaReceipts(em)));
  }

  @Test
  void twoWhoAskAgainAtOnceHearTheSame() {
    store(key, MONDAY_9AM);

    List<String> heard =
        Contest.of(
            hasIt ->
                inTransaction(
                    receipts -> {
                      Receipt receipt = receipts.findToAnswer(key).orElseThrow();
                      hasIt.run();
                      return receipt.answer("answer " + UUID.randomUUID());
                    }));

    assertThat(heard.get(1)).isEqualTo(heard.get(0));
  }
}
