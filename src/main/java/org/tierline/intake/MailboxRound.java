package org.tierline.intake;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.events.Facts;
import org.tierline.platform.files.Spool;
import org.tierline.platform.transactions.NotCommittedException;
import org.tierline.platform.transactions.Transactions;

/**
 * One mailbox and how it is read: look by look, each mail stored before it is flagged, with a pause
 * after a failure. What happens here does not touch other mailboxes. One thread looks; another may
 * keep the lease meanwhile, or end the wait for news.
 */
final class MailboxRound {

  /**
   * A mail server may have trouble with one mail for a while, and the disk be full for all of them:
   * given up is what was tried often, and for hours.
   */
  private static final int MIN_FETCHES = 5;

  private static final Duration PATIENCE = Duration.ofHours(4);

  private static final GrowingPause BETWEEN_FETCHES =
      new GrowingPause(Duration.ofSeconds(5), Duration.ofMinutes(5));

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** A wrong password tried every few seconds locks an account. */
  private static final Duration PAUSE_WHEN_REFUSED = Duration.ofMinutes(5);

  /** A mail server that restarts is nothing to wake somebody for. */
  private static final Duration ALARM_AFTER = Duration.ofMinutes(2);

  private static final Logger LOG = System.getLogger(MailboxRound.class.getName());

  private final Mailbox mailbox;
  private final ReceivedMails receivedMails;
  private final MailboxLeases leases;
  private final MailboxArchive archive;
  private final Transactions transactions;
  private final Facts facts;
  private final Clock clock;

  private volatile MailboxStatus status;
  private volatile MailboxLeases.@Nullable Lease lease;
  private Duration pause = FIRST_PAUSE;
  private Instant notBefore = Instant.MIN;
  private Instant failingSince = Instant.MAX;
  private boolean knownToBeFine;

  MailboxRound(
      Mailbox mailbox,
      ReceivedMails receivedMails,
      MailboxLeases leases,
      MailboxBeginnings beginnings,
      Transactions transactions,
      Facts facts,
      Clock clock) {
    this.mailbox = mailbox;
    this.receivedMails = receivedMails;
    this.leases = leases;
    this.archive =
        new MailboxArchive(mailbox, receivedMails, leases, beginnings, transactions, clock);
    this.transactions = transactions;
    this.facts = facts;
    this.clock = clock;
    this.status =
        new MailboxStatus(mailbox.name(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** How it went last time. */
  MailboxStatus status() {
    return status;
  }

  /**
   * Looks into the mailbox once, unless another node does or it was unreachable a moment ago.
   *
   * @return how many mails were stored
   */
  int look() {
    if (clock.instant().isBefore(notBefore)) {
      return 0;
    }
    Optional<MailboxLeases.Lease> held = transactions.inNew(this::hold);
    lease = held.orElse(null);
    if (held.isEmpty()) {
      knownToBeFine = false;
      mailbox.hangUp();
      return 0;
    }
    return look(held.get());
  }

  private Optional<MailboxLeases.Lease> hold() {
    return Optional.ofNullable(lease).filter(leases::keep).or(() -> leases.hold(mailbox.name()));
  }

  private int look(MailboxLeases.Lease held) {
    try {
      Mailbox.Visit visit = mailbox.visit();
      archive.leave(held, visit);
      int stored = collectNew(held, visit) + collectLeftOver(held, visit);
      noteSuccess(held);
      return stored;
    } catch (MailboxUnavailableException e) {
      noteProblem(held, e);
      return 0;
    } catch (LeaseLostException e) {
      LOG.log(Level.INFO, e.getMessage());
      lease = null;
      mailbox.hangUp();
      return 0;
    }
  }

  /**
   * Waits for the mail server to announce something.
   *
   * @return false at once when that cannot be waited for
   */
  boolean awaitNews() {
    if (lease == null || !status.isHealthy()) {
      return false;
    }
    try {
      return mailbox.awaitNews();
    } catch (MailboxUnavailableException e) {
      LOG.log(Level.DEBUG, "Mailbox {0} has hung up: {1}", mailbox.name(), e.getMessage());
      return false; // the next look connects anew, and complains if that fails
    }
  }

  /** The next look comes now, whether the mail server announced something or forgot to. */
  void endWait() {
    mailbox.endWait();
  }

  /** While a mail takes long to come, or none comes, the mailbox stays ours. */
  void keepLease() {
    MailboxLeases.Lease held = lease;
    if (held != null && status.isHealthy() && !transactions.inNew(() -> leases.keep(held))) {
      lease = null;
    }
  }

  /** The desk closes; another node may go on at once. */
  void release() {
    MailboxLeases.Lease held = lease;
    lease = null;
    if (held != null) {
      transactions.inNew(
          () -> {
            leases.release(held);
            return true;
          });
    }
  }

  private int collectNew(MailboxLeases.Lease held, Mailbox.Visit visit)
      throws MailboxUnavailableException {
    long validity = visit.uidValidity();
    long highest = transactions.inNew(() -> receivedMails.highestUid(mailbox.name(), validity));
    int stored = 0;
    for (long uid : visit.uidsAbove(Math.max(highest, archive.end(validity)))) {
      stored += fetch(held, visit, new MailboxPosition(mailbox.name(), validity, uid)) ? 1 : 0;
    }
    return stored;
  }

  private int collectLeftOver(MailboxLeases.Lease held, Mailbox.Visit visit)
      throws MailboxUnavailableException {
    int stored = 0;
    for (MailboxPosition position : transactions.inNew(() -> leftOver(held, visit.uidValidity()))) {
      stored += fetch(held, visit, position) ? 1 : 0;
    }
    return stored;
  }

  private List<MailboxPosition> leftOver(MailboxLeases.Lease held, long validity) {
    Map<Boolean, List<ReceivedMail>> byNumbers =
        receivedMails.unfetched(mailbox.name()).stream()
            .collect(partitioningBy(mail -> mail.position().uidValidity() == validity));
    List<ReceivedMail> outOfReach = byNumbers.getOrDefault(false, List.of());
    if (!outOfReach.isEmpty()) {
      outOfReach.forEach(this::giveUp);
      leases.demand(held);
    }
    return byNumbers.getOrDefault(true, List.of()).stream()
        .filter(mail -> mail.isDue(clock.instant()))
        .map(ReceivedMail::position)
        .toList();
  }

  /** Nobody can ask for a mail by a number the mailbox no longer knows. */
  private void giveUp(ReceivedMail mail) {
    mail.quarantine(
        "The mailbox never handed it over and has numbered its mails anew since;"
            + " if it still has this one, it comes again",
        clock.instant());
    LOG.log(Level.WARNING, "Mail {0} quarantined: its mailbox has new numbers", mail.id());
  }

  private boolean fetch(MailboxLeases.Lease held, Mailbox.Visit visit, MailboxPosition position)
      throws MailboxUnavailableException {
    try (Spool raw = handedOver(visit, position.uid())) {
      boolean stored = store(held, position, raw);
      visit.markSeen(position.uid());
      return stored;
    } catch (MailNotFetchedException e) {
      noteUnfetched(held, position, String.valueOf(e.getMessage()));
      return false;
    } catch (MailboxUnavailableException e) {
      // perhaps it is this mail the connection breaks at: the others must not wait behind it
      noteUnfetched(held, position, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private static Spool handedOver(Mailbox.Visit visit, long uid)
      throws MailNotFetchedException, MailboxUnavailableException {
    try {
      return visit.fetch(uid);
    } catch (RuntimeException e) {
      // whatever the mail library trips over in this mail, it would at every look
      throw new MailNotFetchedException(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private boolean store(MailboxLeases.Lease held, MailboxPosition position, Spool raw) {
    try {
      return transactions.inNew(() -> storeIfNew(held, position, raw));
    } catch (PersistenceException | NotCommittedException e) {
      // a node that held the lease until now may have stored it in the same moment
      if (!transactions.inNew(() -> isStored(position))) {
        throw e;
      }
      return false;
    }
  }

  private boolean isStored(MailboxPosition position) {
    return receivedMails.find(position).flatMap(ReceivedMail::sha256).isPresent();
  }

  private boolean storeIfNew(MailboxLeases.Lease held, MailboxPosition position, Spool raw) {
    Optional<ReceivedMail> known = receivedMails.find(position);
    boolean isNew = known.flatMap(ReceivedMail::sha256).isEmpty();
    if (isNew) {
      receivedMails.keep(known.orElseGet(() -> ReceivedMail.seen(position, clock.instant())), raw);
    }
    leases.demand(held);
    return isNew;
  }

  private ReceivedMail added(MailboxPosition position) {
    ReceivedMail mail = ReceivedMail.seen(position, clock.instant());
    receivedMails.add(mail);
    return mail;
  }

  private void noteUnfetched(MailboxLeases.Lease held, MailboxPosition position, String why) {
    transactions.inNew(
        () -> {
          Optional<ReceivedMail> known = receivedMails.find(position);
          if (known.flatMap(ReceivedMail::sha256).isEmpty()) {
            couldNotBeFetched(known.orElseGet(() -> added(position)), why);
          }
          leases.demand(held);
          return true;
        });
  }

  private void couldNotBeFetched(ReceivedMail mail, String why) {
    Instant now = clock.instant();
    mail.couldNotBeFetched(why, BETWEEN_FETCHES, now);
    if (mail.attempts() >= MIN_FETCHES && mail.isFailingFor(PATIENCE, now)) {
      mail.quarantine("The mailbox does not hand it over: " + why, now);
      LOG.log(Level.WARNING, "Mail {0} quarantined: it cannot be fetched", mail.id());
    }
  }

  private void noteSuccess(MailboxLeases.Lease held) {
    if (!status.isHealthy()) {
      LOG.log(Level.INFO, "Mailbox {0} is read again", mailbox.name());
    }
    if (!knownToBeFine) {
      transactions.inNew(
          () -> {
            leases.recover(held);
            return true;
          });
    }
    knownToBeFine = true;
    pause = FIRST_PAUSE;
    notBefore = Instant.MIN;
    failingSince = Instant.MAX;
    status =
        new MailboxStatus(
            mailbox.name(), Optional.of(clock.instant()), Optional.empty(), archive.remark());
  }

  private void noteProblem(MailboxLeases.Lease held, MailboxUnavailableException problem) {
    String what = String.valueOf(problem.getMessage());
    if (status.isHealthy()) {
      LOG.log(Level.WARNING, "Mailbox cannot be read, trying on: {0}", what);
      failingSince = clock.instant();
    }
    knownToBeFine = false;
    Duration wait = problem.isRefused() ? PAUSE_WHEN_REFUSED : pause;
    notBefore = clock.instant().plus(wait);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    status =
        new MailboxStatus(mailbox.name(), status.lastRead(), Optional.of(what), status.remark());
    boolean alarming =
        problem.isRefused() || !clock.instant().isBefore(failingSince.plus(ALARM_AFTER));
    transactions.inNew(
        () -> {
          leases.rest(held, wait);
          if (alarming && leases.alarm(held)) {
            facts.announce(new MailboxFailed(mailbox.name(), what, status.lastRead()));
          }
          return true;
        });
  }
}
