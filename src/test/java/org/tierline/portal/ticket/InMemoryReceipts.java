package org.tierline.portal.ticket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class InMemoryReceipts implements Receipts {

  private final Map<String, Receipt> receipts = new HashMap<>();

  @Override
  public Optional<Receipt> find(String idempotencyKey) {
    return Optional.ofNullable(receipts.get(idempotencyKey));
  }

  @Override
  public void add(Receipt receipt) {
    receipts.put(receipt.idempotencyKey(), receipt);
  }
}
