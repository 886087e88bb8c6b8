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
import org.tierline.platform.rounds.Rounds;

/** When digests go out: looked for every minute, because quiet hours end at any. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DigestRounds {

  private static final int SECONDS_BETWEEN_ROUNDS = 60;

  @Resource private ManagedScheduledExecutorService executor;
  private final Rounds rounds;

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
    rounds.every(SECONDS_BETWEEN_ROUNDS, executor);
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }
}
