package org.tierline.intake;

import io.micrometer.core.instrument.MeterRegistry;
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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tierline.platform.DeskOpened;
import org.tierline.platform.rounds.Rounds;

/**
 * When the desk looks into its mailboxes: as soon as a mail server announces something, every five
 * seconds in case it forgot to, every two where it never does. Each mailbox has a thread of its
 * own, so that none waits for another; what they stored is taken in by rounds of its own.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailboxRounds {

  private static final int SECONDS_BETWEEN_ROUNDS = 2;

  /**
   * A mail is a ticket within ten seconds, also where the mail server's announcement is lost. Over
   * the connection that stands, this is four short commands.
   */
  private static final int SECONDS_BETWEEN_LOOKS = 5;

  /** Well within the half minute a lease lasts. */
  private static final int SECONDS_BETWEEN_RENEWALS = 10;

  private static final Logger LOG = System.getLogger(MailboxRounds.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Resource private ManagedThreadFactory threads;
  private final CollectMail collectMail;
  private final MeterRegistry meters;
  private final Rounds intake;
  private final Rounds renewals;
  private final Rounds looks;
  private final CountDownLatch closing = new CountDownLatch(1);

  @Inject
  public MailboxRounds(
      CollectMail collectMail,
      TakeInMail takeInMail,
      RaiseQuarantineAlarm quarantineAlarm,
      MeterRegistry meters) {
    this.collectMail = collectMail;
    this.meters = meters;
    this.intake =
        new Rounds(
            "the intake",
            () -> {
              takeInMail.takeInWaiting();
              quarantineAlarm.raise();
            });
    this.renewals =
        new Rounds("the leases", () -> collectMail.rounds().forEach(MailboxRound::keepLease));
    this.looks = new Rounds("the looks", this::endWaits);
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MailboxRounds() {
    this.collectMail = null;
    this.meters = null;
    this.intake = null;
    this.renewals = null;
    this.looks = null;
  }

  /** A mail that waits already must not become a ticket before its process can start. */
  public void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskOpened opened) {
    intake.every(SECONDS_BETWEEN_ROUNDS, executor);
    renewals.every(SECONDS_BETWEEN_RENEWALS, executor);
    looks.every(SECONDS_BETWEEN_LOOKS, executor);
    meters.gauge("tierline.mailboxes.failing", collectMail, MailboxRounds::failing);
    for (MailboxRound round : collectMail.rounds()) {
      threads.newThread(() -> read(round)).start();
    }
  }

  private void endWaits() {
    collectMail.rounds().forEach(MailboxRound::endWait);
  }

  private static double failing(CollectMail mailboxes) {
    return mailboxes.statuses().stream().filter(status -> !status.isHealthy()).count();
  }

  @PreDestroy
  void stop() {
    closing.countDown();
    intake.stop();
    renewals.stop();
    looks.stop();
    collectMail.rounds().forEach(MailboxRound::release);
  }

  private void read(MailboxRound round) {
    while (closing.getCount() > 0) {
      if (!lookAndWait(round)) {
        pause(SECONDS_BETWEEN_ROUNDS);
      }
    }
  }

  /** Returns whether the mail server has announced something. */
  private boolean lookAndWait(MailboxRound round) {
    try {
      if (round.look() > 0) {
        executor.execute(intake);
      }
      return round.awaitNews();
    } catch (RuntimeException | Error e) {
      // nobody would begin this thread again; the database may be back next time
      LOG.log(Level.ERROR, "A look into mailbox " + round.status().mailbox() + " failed", e);
      return false;
    }
  }

  /** Shorter when the desk closes. */
  private void pause(int seconds) {
    try {
      if (closing.await(seconds, TimeUnit.SECONDS)) {
        LOG.log(Level.DEBUG, "The desk is closing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }
}
