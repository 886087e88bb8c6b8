package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.ticket.TicketNumber;

/** What every store of receipts must do; run against memory, H2 and PostgreSQL. */
abstract class ReceiptsContract {

  private static final String BODY = "a".repeat(64);
  private static final Instant EVER_AFTER = MONDAY_9AM.plus(Duration.ofDays(10_000));

  protected final String key = "key-" + UUID.randomUUID();

  /** Runs work as one transaction would; nothing loaded in one is known to the next. */
  protected abstract <T> T inTransaction(Function<Receipts, T> work);

  @AfterEach
  void forgetThemAll() {
    forget(EVER_AFTER, Integer.MAX_VALUE);
  }

  @Test
  void aReceiptComesBackAsItWasStored() {
    store(key, MONDAY_9AM);

    Receipt found = find(key).orElseThrow();

    assertThat(found.ticket()).isEqualTo(new TicketNumber(5001));
    assertThat(found.isFor(BODY)).isTrue();
    assertThat(found.isFor("b".repeat(64))).isFalse();
    assertThat(found.createdAt()).isEqualTo(MONDAY_9AM);
    assertThat(found.answer()).isEmpty();
    assertThat(find("another key")).isEmpty();
  }

  @Test
  void theFirstAnswerStays() {
    store(key, MONDAY_9AM);

    assertThat(answer(key, "{\"status\":\"NEW\"}")).contains("{\"status\":\"NEW\"}");
    assertThat(answer(key, "{\"status\":\"OPEN\"}")).contains("{\"status\":\"NEW\"}");

    assertThat(find(key).flatMap(Receipt::answer)).contains("{\"status\":\"NEW\"}");
    assertThat(answer("another key", "{}")).isEmpty();
  }

  @Test
  void anAnswerMayBeAWholeTicket() {
    String ticket = "x".repeat(1_000_000);
    store(key, MONDAY_9AM);

    answer(key, ticket);

    assertThat(find(key).flatMap(Receipt::answer)).contains(ticket);
  }

  @Test
  void aKeyIsStoredOnce() {
    store(key, MONDAY_9AM);

    assertThatExceptionOfType(PersistenceException.class)
        .isThrownBy(() -> store(key, MONDAY_9AM.plusSeconds(1)));
  }

  @Test
  void oldOnesAreForgottenTheOldestFirstAndOnlySoManyAtOnce() {
    store(key + "-monday", MONDAY_9AM);
    store(key + "-wednesday", MONDAY_9AM.plus(Duration.ofDays(2)));
    store(key + "-tuesday", MONDAY_9AM.plus(Duration.ofDays(1)));
    store(key + "-thursday", MONDAY_9AM.plus(Duration.ofDays(3)));
    Instant thursday = MONDAY_9AM.plus(Duration.ofDays(3));

    assertThat(forget(thursday, 2)).isEqualTo(2);
    assertThat(find(key + "-tuesday")).isEmpty();
    assertThat(find(key + "-wednesday")).isPresent();

    assertThat(forget(thursday, 2)).isEqualTo(1);
    assertThat(forget(thursday, 2)).isZero();
    assertThat(find(key + "-thursday")).isPresent();
  }

  private Optional<Receipt> find(String idempotencyKey) {
    return inTransaction(receipts -> receipts.find(idempotencyKey));
  }

  private int forget(Instant before, int most) {
    return inTransaction(receipts -> receipts.forget(before, most));
  }

  protected void store(String idempotencyKey, Instant at) {
    inTransaction(
        receipts -> {
          receipts.add(new Receipt(idempotencyKey, BODY, new TicketNumber(5001), at));
          return true;
        });
  }

  protected Optional<String> answer(String idempotencyKey, String answer) {
    return inTransaction(
        receipts -> receipts.findToAnswer(idempotencyKey).map(receipt -> receipt.answer(answer)));
  }
}
