package org.tierline.platform.transactions;

import java.util.function.Supplier;

/** No transactions: what is in memory needs none. */
public class DirectTransactions implements Transactions {

  @Override
  public <T> T inNew(Supplier<T> work) {
    return work.get();
  }
}
