package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.events.Facts;
import org.tierline.platform.files.ScannerUnavailableException;
import org.tierline.platform.files.Spool;
import org.tierline.platform.transactions.Transactions;

/**
 * Turns stored mails into tickets and replies, one by one, each in a transaction of its own. The
 * attempt is counted and committed before a mail is touched, so that one which takes the whole
 * server down is set aside after three times, too.
 */
@ApplicationScoped
public class TakeInMail {

  private static final int MAX_ATTEMPTS = 3;

  /**
   * When it is the database or the disk, or a colleague was faster, the mail is not to blame: it is
   * given up only after so many tries and hours.
   */
  private static final int MIN_EXCUSES = 10;

  private static final Duration LONGEST_TROUBLE = Duration.ofHours(4);

  private static final GrowingPause AFTER_TROUBLE =
      new GrowingPause(Duration.ofSeconds(3), Duration.ofMinutes(5));

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

  /** Mails without files pass meanwhile. */
  private static final Duration PAUSE_FOR_SCANNER = Duration.ofMinutes(1);

  private static final int BATCH = 200;

  /** How long a mail may wait for the scanner or the disk before the leads are told. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final Logger LOG = System.getLogger(TakeInMail.class.getName());

  private final ReceivedMails receivedMails;
  private final ReadMail readMail;
  private final DecideMail decideMail;
  private final Transactions transactions;
  private final Facts facts;
  private final Clock clock;

  @Inject
  TakeInMail(
      ReceivedMails receivedMails,
      ReadMail readMail,
      DecideMail decideMail,
      Transactions transactions,
      Facts facts,
      Clock clock) {
    this.receivedMails = receivedMails;
    this.readMail = readMail;
    this.decideMail = decideMail;
    this.transactions = transactions;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TakeInMail() {
    this(null, null, null, null, null, null);
  }

  /**
   * Takes in what is waiting.
   *
   * @return how many mails were touched
   */
  public int takeInWaiting() {
    var scanner = new ScannerWatch();
    for (int touched = 0; touched < BATCH; touched++) {
      Optional<ReceivedMail> claim = transactions.inNew(receivedMails::claim);
      if (claim.isEmpty()) {
        return touched;
      }
      takeIn(claim.get(), scanner);
    }
    return BATCH;
  }

  /** A scanner that did not answer is not waited for again in the same round. */
  private static final class ScannerWatch {

    private @Nullable ScannerUnavailableException silence;

    void demandAnswering() {
      if (silence != null) {
        throw silence;
      }
    }
  }

  private void takeIn(ReceivedMail claim, ScannerWatch scanner) {
    if (claim.attempts() > MAX_ATTEMPTS) {
      quarantine(claim, "The desk did not survive reading it");
      return;
    }
    try {
      Optional<Spool> raw = transactions.inNew(() -> toBeRead(claim));
      if (raw.isPresent()) {
        understand(claim, raw.get(), scanner);
      }
    } catch (ScannerUnavailableException e) {
      scanner.silence = e;
      postpone(claim, String.valueOf(e.getMessage()));
    } catch (UnreadableMailException e) {
      quarantine(claim, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // whatever it is about this mail, the ones behind it must not wait for it
      noteFailure(claim, e);
    }
  }

  /** The mail as it came; empty when the same mail is in quarantine, where one of it is enough. */
  private Optional<Spool> toBeRead(ReceivedMail claim) {
    Optional<UUID> first = receivedMails.findQuarantined(claim);
    if (first.isEmpty()) {
      return Optional.of(receivedMails.raw(claim).orElseGet(Spool::new));
    }
    receivedMails
        .stillClaimed(claim)
        .ifPresent(
            mail ->
                mail.duplicates(
                    first.get(), "the same mail was quarantined before", clock.instant()));
    return Optional.empty();
  }

  private void understand(ReceivedMail claim, Spool original, ScannerWatch scanner)
      throws UnreadableMailException {
    Runnable beforeEachScan =
        () -> {
          scanner.demandAnswering();
          prolong(claim);
        };
    try (Spool raw = original;
        InboundMessage mail = readMail.read(raw, beforeEachScan)) {
      if (transactions.inNew(() -> decideMail.decide(claim, mail)).isEmpty()) {
        tellLost(claim);
      }
    }
  }

  private void prolong(ReceivedMail claim) {
    transactions.inNew(
        () -> {
          receivedMails.prolong(claim);
          return true;
        });
  }

  /** Whoever slept so long that another took the mail has no more say in what becomes of it. */
  private void note(ReceivedMail claim, Consumer<ReceivedMail> outcome) {
    boolean ours =
        transactions.inNew(
            () -> {
              Optional<ReceivedMail> mail = receivedMails.stillClaimed(claim);
              mail.ifPresent(outcome);
              return mail.isPresent();
            });
    if (!ours) {
      tellLost(claim);
    }
  }

  private static void tellLost(ReceivedMail claim) {
    LOG.log(
        Level.WARNING,
        "Mail {0} has been taken over meanwhile; nothing comes of this attempt",
        claim.id());
  }

  /** No file is taken unscanned where a scanner is configured: the mail waits until it answers. */
  private void postpone(ReceivedMail claim, String why) {
    note(
        claim,
        mail -> {
          LOG.log(Level.WARNING, "Mail {0} waits: {1}", claim.id(), why);
          mail.postponed(why);
          if (mail.hasWaited(PATIENCE, clock.instant())) {
            tellHoldUp(mail, why);
          }
          receivedMails.release(claim.id(), PAUSE_FOR_SCANNER);
        });
  }

  private void tellHoldUp(ReceivedMail mail, String why) {
    if (!receivedMails.isHoldUpKnown()) {
      mail.holdUpTold(clock.instant());
      facts.announce(new MailHeldUp(why, mail.receivedAt()));
    }
  }

  private void noteFailure(ReceivedMail claim, Throwable failure) {
    var mishap = new Mishap(failure);
    String why = mishap.why();
    boolean blameless = mishap.isBlameless();
    if (blameless ? isTroubledTooLong(claim) : claim.attempts() >= MAX_ATTEMPTS) {
      LOG.log(Level.ERROR, "Mail " + claim.id() + " fails again and again", failure);
      quarantine(claim, why);
      return;
    }
    note(
        claim,
        mail -> {
          LOG.log(Level.WARNING, "Mail {0} not taken in yet: {1}", claim.id(), why);
          if (blameless) {
            mail.excused(why, clock.instant());
            if (mail.isFailingFor(PATIENCE, clock.instant())) {
              tellHoldUp(mail, why);
            }
            receivedMails.release(claim.id(), AFTER_TROUBLE.after(mail.excuses()));
          } else {
            mail.failed(why);
            receivedMails.release(claim.id(), PAUSE_AFTER_FAILURE);
          }
        });
  }

  private boolean isTroubledTooLong(ReceivedMail claim) {
    return claim.excuses() >= MIN_EXCUSES && claim.isFailingFor(LONGEST_TROUBLE, clock.instant());
  }

  private void quarantine(ReceivedMail claim, String why) {
    note(
        claim,
        mail -> {
          LOG.log(Level.WARNING, "Mail {0} quarantined: {1}", claim.id(), why);
          mail.quarantine(why, clock.instant());
        });
  }
}
