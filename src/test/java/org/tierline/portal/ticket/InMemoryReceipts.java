package org.tierline.portal.ticket;

import jakarta.persistence.EntityExistsException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InMemoryReceipts implements Receipts {

  private final Map<String, Receipt> receipts = new HashMap<>();

  @Override
  public Optional<Receipt> find(String idempotencyKey) {
    return Optional.ofNullable(receipts.get(idempotencyKey));
  }

  @Override
  public Optional<Receipt> findToAnswer(String idempotencyKey) {
    return find(idempotencyKey);
  }

  @Override
  public void add(Receipt receipt) {
    if (receipts.putIfAbsent(receipt.idempotencyKey(), receipt) != null) {
      throw new EntityExistsException(receipt.idempotencyKey());
    }
  }

  @Override
  public int forget(Instant before, int most) {
    List<Receipt> old =
        receipts.values().stream()
            .filter(receipt -> receipt.createdAt().isBefore(before))
            .sorted(Comparator.comparing(Receipt::createdAt))
            .limit(most)
            .toList();
    old.forEach(receipt -> receipts.remove(receipt.idempotencyKey()));
    return old.size();
  }
}
