package org.tierline.portal.ticket;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** When old idempotency keys are forgotten: every hour. */
@Singleton
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ReceiptRounds {

  private final ForgetReceipts forgetReceipts;

  @Inject
  public ReceiptRounds(ForgetReceipts forgetReceipts) {
    this.forgetReceipts = forgetReceipts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReceiptRounds() {
    this(null);
  }

  /** A failure is the container's to log; the next hour tries again. */
  @Schedule(hour = "*", minute = "17", persistent = false)
  void round() {
    while (forgetReceipts.forgetSome()) {
      // each time a transaction of its own
    }
  }
}
