package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Use case: the desk forgets idempotency keys nobody will send again. */
@ApplicationScoped
@Transactional
public class ForgetReceipts {

  /** Small enough for a transaction nobody has to wait for. */
  static final int AT_ONCE = 500;

  private final Receipts receipts;
  private final Clock clock;

  @Inject
  ForgetReceipts(Receipts receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ForgetReceipts() {
    this(null, null);
  }

  /** Returns whether there may be more. */
  public boolean forgetSome() {
    return receipts.forget(clock.instant().minus(Receipt.KEPT_FOR), AT_ONCE) == AT_ONCE;
  }
}
