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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.rounds.Rounds;

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

  @Resource private ManagedScheduledExecutorService executor;
  private final Rounds rounds;
  private @Nullable ScheduledFuture<?> schedule;

  @Inject
  public MailboxRounds(CollectMail collectMail, TakeInMail takeInMail) {
    this.rounds =
        new Rounds(
            "the mailbox",
            () -> {
              collectMail.collect();
              takeInMail.takeInWaiting();
            });
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MailboxRounds() {
    this(null, null);
  }

  @PostConstruct
  void start() {
    schedule =
        executor.scheduleWithFixedDelay(
            rounds, SECONDS_BEFORE_FIRST_ROUND, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (schedule != null) {
      schedule.cancel(false);
    }
  }
}
