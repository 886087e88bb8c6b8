package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.transactions.DatabaseTransactions;
import org.tierline.platform.transactions.Transactions;

/** The key every node of the desk shares. */
abstract class SealKeysContract {

  private static final String SUPPLIED = "supplied by the operator";

  private final TestDatabase database;

  SealKeysContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  @AfterEach
  void forgetTheKey() {
    database.doInTransaction(em -> em.createQuery("delete from SealKey").executeUpdate());
  }

  @Test
  void theFirstNodeMakesTheKeyAndTheOthersShareIt() {
    byte[] first = node().all().get(0);

    assertThat(first).hasSizeGreaterThanOrEqualTo(32);
    assertThat(node().all()).singleElement().isEqualTo(first);
  }

  @Test
  void aNodeThatWasNotTheFirstAfterAllTakesTheOthersKey() {
    var transactions = new DatabaseTransactions(database);
    Transactions othersAreFaster =
        new Transactions() {
          private int steps;

          @Override
          public <T> T inNew(Supplier<T> work) {
            if (++steps == 2) {
              node().all();
            }
            return transactions.inNew(work);
          }
        };

    List<byte[]> keys =
        new StoredSealKeys(
                transactions.entityManager(), othersAreFaster, settings(), new TestClock())
            .all();

    assertThat(keys).singleElement().isEqualTo(node().all().get(0));
  }

  @Test
  void aSuppliedKeySealsAndTheOneTheDeskMadeStillVerifies() {
    byte[] made = node().all().get(0);

    List<byte[]> keys = node(SUPPLIED).all();

    assertThat(keys).containsExactly(SUPPLIED.getBytes(StandardCharsets.UTF_8), made);
  }

  @Test
  void whereAKeyIsSuppliedTheDeskMakesNone() {
    assertThat(node(SUPPLIED).all()).hasSize(1);
    assertThat(node(SUPPLIED).all()).hasSize(1);
  }

  private StoredSealKeys node(String... supplied) {
    var transactions = new DatabaseTransactions(database);
    return new StoredSealKeys(
        transactions.entityManager(), transactions, settings(supplied), new TestClock());
  }

  private static SealSettings settings(String... supplied) {
    return new SealSettings(false, List.of(supplied));
  }
}
