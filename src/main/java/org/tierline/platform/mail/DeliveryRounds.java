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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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

  /** More than one wish for a round while one is running is one wish. */
  private final AtomicInteger wishes = new AtomicInteger();

  @Resource private ManagedScheduledExecutorService executor;
  private @Nullable ScheduledFuture<?> rounds;
  private final DeliverMail deliverMail;

  @Inject
  public DeliveryRounds(DeliverMail deliverMail) {
    this.deliverMail = deliverMail;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeliveryRounds() {
    this(null);
  }

  @PostConstruct
  void start() {
    rounds =
        executor.scheduleWithFixedDelay(
            this::round, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  public void wakeUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailEnqueued enqueued) {
    if (wishes.get() < 2) {
      executor.execute(this::round);
    }
  }

  private void round() {
    if (wishes.getAndIncrement() > 0) {
      return;
    }
    int granted;
    do {
      granted = wishes.get();
      try {
        deliverMail.deliverDue();
      } catch (RuntimeException e) {
        // a scheduled task that throws is never run again; the database may be back next time
        LOG.log(Level.WARNING, "A round of the outbox failed", e);
      }
    } while (wishes.addAndGet(-granted) > 0);
  }
}
