package org.tierline.platform.mail;

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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tierline.platform.rounds.Rounds;

/**
 * When the outbox is emptied: as soon as something was put in, and every few seconds for what has
 * to be tried again.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliveryRounds {

  private static final int SECONDS_BETWEEN_ROUNDS = 5;

  private static final Logger LOG = System.getLogger(DeliveryRounds.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  private final Rounds rounds;

  /**
   * @param settings taken here, so that a desk which could send nothing does not even start
   */
  @Inject
  DeliveryRounds(DeliverMail deliverMail, SmtpSettings settings) {
    LOG.log(Level.INFO, "Mail leaves by {0}", settings);
    this.rounds = new Rounds("the outbox", () -> deliverMail.deliverDue());
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeliveryRounds() {
    this.rounds = null;
  }

  @PostConstruct
  void start() {
    rounds.every(SECONDS_BETWEEN_ROUNDS, executor);
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  public void wakeUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailEnqueued enqueued) {
    executor.execute(rounds);
  }
}
