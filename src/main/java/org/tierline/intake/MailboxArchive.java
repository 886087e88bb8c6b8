package org.tierline.intake;

import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.transactions.NotCommittedException;
import org.tierline.platform.transactions.Transactions;

/** What lay in a mailbox before it was the desk's: it stays there, and makes no ticket. */
final class MailboxArchive {

  /** Mail of the hours in which a desk is set up is meant for it. */
  private static final Duration BEFORE_THE_FIRST_LOOK = Duration.ofDays(1);

  private static final Logger LOG = System.getLogger(MailboxArchive.class.getName());

  private final Mailbox mailbox;
  private final ReceivedMails receivedMails;
  private final MailboxLeases leases;
  private final MailboxBeginnings beginnings;
  private final Transactions transactions;
  private final Clock clock;

  private @Nullable MailboxBeginning beginning;

  MailboxArchive(
      Mailbox mailbox,
      ReceivedMails receivedMails,
      MailboxLeases leases,
      MailboxBeginnings beginnings,
      Transactions transactions,
      Clock clock) {
    this.mailbox = mailbox;
    this.receivedMails = receivedMails;
    this.leases = leases;
    this.beginnings = beginnings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Looks the mailbox over, unless that was done for what is in it now. */
  void leave(MailboxLeases.Lease held, Mailbox.Visit visit) throws MailboxUnavailableException {
    long validity = visit.uidValidity();
    if (isCovered(validity)) {
      return;
    }
    beginning = transactions.inNew(() -> beginnings.find(mailbox.name())).orElse(null);
    if (!isCovered(validity)) {
      beginning = begun(held, validity, visit.arrivals());
      remark().ifPresent(what -> LOG.log(Level.WARNING, "{0}: {1}", mailbox.name(), what));
    }
  }

  /** The highest number of a mail that belongs to it; 0 when none does. */
  long end(long validity) {
    return beginning == null ? 0 : beginning.passedOver(validity);
  }

  /** What whoever set up the mailbox may not expect. */
  Optional<String> remark() {
    return Optional.ofNullable(beginning).flatMap(MailboxBeginning::remark);
  }

  private boolean isCovered(long validity) {
    return beginning != null && beginning.covers(validity, mailbox.since());
  }

  private MailboxBeginning begun(
      MailboxLeases.Lease held, long validity, Map<Long, Instant> arrivals) {
    try {
      return transactions.inNew(() -> begin(held, validity, arrivals));
    } catch (PersistenceException | NotCommittedException e) {
      // a node that held the lease until now may have begun in the same moment
      return transactions.inNew(() -> beginnings.find(mailbox.name())).orElseThrow(() -> e);
    }
  }

  private MailboxBeginning begin(
      MailboxLeases.Lease held, long validity, Map<Long, Instant> arrivals) {
    MailboxBeginning start = beginnings.find(mailbox.name()).orElseGet(this::first);
    start.lookOver(validity, arrivals, mailbox.since());
    long highest =
        Math.max(receivedMails.highestUid(mailbox.name(), validity), start.passedOver(validity));
    Set<Long> known = receivedMails.uids(mailbox.name(), validity);
    // these lie between others: nobody would look for them later
    arrivals.forEach(
        (uid, arrival) -> {
          if (uid <= highest && !known.contains(uid) && !start.isOld(arrival)) {
            var position = new MailboxPosition(mailbox.name(), validity, uid);
            receivedMails.add(ReceivedMail.seen(position, clock.instant()));
          }
        });
    leases.demand(held);
    return start;
  }

  private MailboxBeginning first() {
    Instant since = mailbox.since().orElseGet(() -> clock.instant().minus(BEFORE_THE_FIRST_LOOK));
    var start = new MailboxBeginning(mailbox.name(), since);
    beginnings.add(start);
    return start;
  }
}
