package org.tierline.platform.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.tierline.platform.rounds.Rounds;

/**
 * When effects other than mail are carried out: as soon as one was put in, and every few seconds
 * for what has to be tried again. Apart from the rounds of the mail, so that neither waits for the
 * other's server.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EffectRounds {

  private static final int SECONDS_BETWEEN_ROUNDS = 5;

  @Resource private ManagedScheduledExecutorService executor;
  private final Rounds rounds;

  @Inject
  public EffectRounds(CarryEffects carryEffects) {
    this.rounds = new Rounds("the effects", () -> carryEffects.carryDue());
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EffectRounds() {
    this(null);
  }

  @PostConstruct
  void start() {
    rounds.every(SECONDS_BETWEEN_ROUNDS, executor);
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  public void wakeUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) EffectEnqueued enqueued) {
    executor.execute(rounds);
  }
}
