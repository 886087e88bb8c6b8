package org.tierline.portal.ticket;

import java.util.function.Function;

class InMemoryReceiptsTest extends ReceiptsContract {

  private final InMemoryReceipts receipts = new InMemoryReceipts();

  @Override
  protected <T> T inTransaction(Function<Receipts, T> work) {
    return work.apply(receipts);
  }
}
