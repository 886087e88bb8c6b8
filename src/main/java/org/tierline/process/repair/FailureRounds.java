package org.tierline.process.repair;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.tierline.platform.DeskOpened;
import org.tierline.platform.rounds.Rounds;

/** Looks every minute whether a step has failed for good. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FailureRounds {

  private final Rounds rounds;
  private volatile boolean open;

  @Inject
  public FailureRounds(AnnounceFailedSteps announceFailedSteps) {
    this.rounds = new Rounds("the failed steps", announceFailedSteps::announce);
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FailureRounds() {
    this.rounds = null;
  }

  /** Before that the engine may not even have its tables. */
  public void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskOpened opened) {
    open = true;
  }

  @Schedule(hour = "*", minute = "*", second = "15", persistent = false, info = "Find failures")
  public void everyMinute() {
    if (open) {
      rounds.run();
    }
  }
}
