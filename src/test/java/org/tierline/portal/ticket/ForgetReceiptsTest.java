package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.ticket.TicketNumber;

class ForgetReceiptsTest {

  private final TestClock clock = new TestClock();
  private final InMemoryReceipts receipts = new InMemoryReceipts();
  private final ForgetReceipts forgetReceipts = new ForgetReceipts(receipts, clock);

  @Test
  void aKeyIsKeptForAWeek() {
    store("k1");

    clock.pass(Duration.ofDays(7));
    forgetReceipts.forgetSome();
    assertThat(receipts.find("k1")).isPresent();

    clock.pass(Duration.ofSeconds(1));
    forgetReceipts.forgetSome();
    assertThat(receipts.find("k1")).isEmpty();
  }

  @Test
  void manyAreForgottenInSeveralTransactions() {
    IntStream.range(0, ForgetReceipts.AT_ONCE + 1).forEach(i -> store("k" + i));
    clock.pass(Duration.ofDays(8));

    assertThat(forgetReceipts.forgetSome()).isTrue();
    assertThat(forgetReceipts.forgetSome()).isFalse();
  }

  private void store(String key) {
    receipts.add(new Receipt(key, "a".repeat(64), new TicketNumber(5001), clock.instant()));
  }
}
