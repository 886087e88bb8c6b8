package org.tierline.intake;

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
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When the desk looks into its mailbox: every two seconds. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailboxRounds {

  /** Late enough for the process engine to be there for the first ticket. */
  private static final int SECONDS_BEFORE_FIRST_ROUND = 5;

  private static final int SECONDS_BETWEEN_ROUNDS = 2;

  private static final Logger LOG = System.getLogger(MailboxRounds.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  private @Nullable ScheduledFuture<?> rounds;
  private final CollectMail collectMail;
  private final TakeInMail takeInMail;

  @Inject
  public MailboxRounds(CollectMail collectMail, TakeInMail takeInMail) {
    this.collectMail = collectMail;
    this.takeInMail = takeInMail;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MailboxRounds() {
    this(null, null);
  }

  @PostConstruct
  void start() {
    rounds =
        executor.scheduleWithFixedDelay(
            this::round, SECONDS_BEFORE_FIRST_ROUND, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  private void round() {
    try {
      collectMail.collect();
      takeInMail.takeInWaiting();
    } catch (RuntimeException e) {
      // a scheduled task that throws is never run again; the database may be back next time
      LOG.log(Level.WARNING, "A round of the mailbox failed", e);
    }
  }
}
