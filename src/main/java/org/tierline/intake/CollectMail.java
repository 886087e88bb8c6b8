package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.transactions.Transactions;

/**
 * Fetches new mails. Each is stored with its hash in a transaction of its own before anything else
 * happens to it, the \Seen flag included: a crash at any point leaves it either in the mailbox as
 * new, or stored.
 */
@ApplicationScoped
public class CollectMail {

  private static final int MAX_FETCHES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** A wrong password tried every few seconds locks an account. */
  private static final Duration PAUSE_WHEN_REFUSED = Duration.ofMinutes(5);

  private static final Logger LOG = System.getLogger(CollectMail.class.getName());

  private final @Nullable Mailbox mailbox;
  private final ReceivedMails receivedMails;
  private final MailboxLeases leases;
  private final Transactions transactions;
  private final Clock clock;

  private volatile MailboxStatus status =
      new MailboxStatus(Optional.empty(), Optional.empty(), Optional.empty());
  private Duration pause = FIRST_PAUSE;
  private Instant notBefore = Instant.MIN;

  @Inject
  CollectMail(
      IntakeSettings settings,
      ReceivedMails receivedMails,
      MailboxLeases leases,
      Transactions transactions,
      Clock clock) {
    this(
        settings.mailbox().map(ImapMailbox::new).orElse(null),
        receivedMails,
        leases,
        transactions,
        clock);
  }

  CollectMail(
      @Nullable Mailbox mailbox,
      ReceivedMails receivedMails,
      MailboxLeases leases,
      Transactions transactions,
      Clock clock) {
    this.mailbox = mailbox;
    this.receivedMails = receivedMails;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CollectMail() {
    this((Mailbox) null, null, null, null, null);
  }

  /** How it went last time. */
  public MailboxStatus status() {
    return status;
  }

  /**
   * Looks into the mailbox once, unless there is none, another node does, or it was unreachable a
   * moment ago.
   *
   * @return how many mails were stored
   */
  public int collect() {
    Mailbox ours = mailbox;
    if (ours == null
        || clock.instant().isBefore(notBefore)
        || !transactions.inNew(() -> leases.hold(ours.name()))) {
      return 0;
    }
    try (Mailbox.Visit visit = ours.visit()) {
      int stored = collectNew(ours, visit) + collectLeftOver(ours, visit);
      noteSuccess(ours);
      return stored;
    } catch (MailboxUnavailableException e) {
      noteProblem(ours, e);
      return 0;
    }
  }

  private int collectNew(Mailbox ours, Mailbox.Visit visit) throws MailboxUnavailableException {
    long validity = visit.uidValidity();
    long highest = transactions.inNew(() -> receivedMails.highestUid(ours.name(), validity));
    int stored = 0;
    for (long uid : visit.uidsAbove(highest)) {
      stored += fetch(visit, new MailboxPosition(ours.name(), validity, uid)) ? 1 : 0;
      transactions.inNew(() -> leases.hold(ours.name()));
    }
    return stored;
  }

  private int collectLeftOver(Mailbox ours, Mailbox.Visit visit)
      throws MailboxUnavailableException {
    List<MailboxPosition> leftOver =
        transactions.inNew(
            () ->
                receivedMails.unfetched(ours.name(), visit.uidValidity()).stream()
                    .map(ReceivedMail::position)
                    .toList());
    int stored = 0;
    for (MailboxPosition position : leftOver) {
      stored += fetch(visit, position) ? 1 : 0;
    }
    return stored;
  }

  private boolean fetch(Mailbox.Visit visit, MailboxPosition position)
      throws MailboxUnavailableException {
    byte[] raw;
    try {
      raw = visit.fetch(position.uid());
    } catch (MailNotFetchedException e) {
      transactions.inNew(() -> noteUnfetched(position, String.valueOf(e.getMessage())));
      return false;
    } catch (MailboxUnavailableException e) {
      // perhaps it is this mail the connection breaks at: the others must not wait behind it
      transactions.inNew(() -> noteUnfetched(position, String.valueOf(e.getMessage())));
      throw e;
    }
    transactions.inNew(() -> store(position, raw));
    visit.markSeen(position.uid());
    return true;
  }

  private boolean store(MailboxPosition position, byte[] raw) {
    Optional<ReceivedMail> known = receivedMails.find(position);
    if (known.isPresent()) {
      if (known.get().state() == MailState.UNFETCHED) {
        known.get().fetched(raw);
        receivedMails.keep(known.get(), raw);
      }
      return true;
    }
    ReceivedMail mail = ReceivedMail.stored(position, raw, clock.instant());
    receivedMails.add(mail);
    receivedMails.keep(mail, raw);
    return true;
  }

  private boolean noteUnfetched(MailboxPosition position, String why) {
    Optional<ReceivedMail> known = receivedMails.find(position);
    if (known.isEmpty()) {
      receivedMails.add(ReceivedMail.unfetched(position, why, clock.instant()));
      return true;
    }
    known.get().couldNotBeFetched(why);
    if (known.get().attempts() >= MAX_FETCHES) {
      known.get().quarantine("The mailbox does not hand it over: " + why, clock.instant());
      LOG.log(Level.WARNING, "Mail {0} quarantined: it cannot be fetched", known.get().id());
    }
    return true;
  }

  private void noteSuccess(Mailbox ours) {
    if (!status.isHealthy()) {
      LOG.log(Level.INFO, "Mailbox {0} is read again", ours.name());
    }
    pause = FIRST_PAUSE;
    notBefore = Instant.MIN;
    status =
        new MailboxStatus(Optional.of(ours.name()), Optional.of(clock.instant()), Optional.empty());
  }

  private void noteProblem(Mailbox ours, MailboxUnavailableException problem) {
    String what = String.valueOf(problem.getMessage());
    if (status.isHealthy()) {
      LOG.log(Level.WARNING, "Mailbox cannot be read, trying on: {0}", what);
    }
    Duration wait = problem.isRefused() ? PAUSE_WHEN_REFUSED : pause;
    notBefore = clock.instant().plus(wait);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    status = new MailboxStatus(Optional.of(ours.name()), status.lastRead(), Optional.of(what));
  }
}
