package org.tierline.notification;

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

/** When digests go out: looked for every minute, because quiet hours end at any. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DigestRounds {

  @Resource private ManagedScheduledExecutorService executor;
  private final Rounds rounds;
  private @Nullable ScheduledFuture<?> schedule;

  @Inject
  public DigestRounds(SendDigests sendDigests) {
    this.rounds = new Rounds("the digests", () -> sendDigests.sendDue());
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DigestRounds() {
    this(null);
  }

  @PostConstruct
  void start() {
    schedule = executor.scheduleWithFixedDelay(rounds, 1, 1, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    if (schedule != null) {
      schedule.cancel(false);
    }
  }
}
