package org.tierline.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.TicketId;

/** Every mail the desk has ever seen in a mailbox. */
interface ReceivedMails {

  void add(ReceivedMail mail);

  /** Keeps a mail, whether its record is kept already or not, and every byte of it. */
  void keep(ReceivedMail mail, Spool raw);

  ReceivedMail get(UUID id);

  /** The mail, for the running transaction alone to decide about; whoever else wants it waits. */
  ReceivedMail hold(UUID id);

  /** The mail as it came, for the caller to close; empty when it was never handed over. */
  Optional<Spool> raw(ReceivedMail mail);

  /** The beginning of the mail as it came, at most so many bytes. */
  byte[] start(ReceivedMail mail, int most);

  Optional<ReceivedMail> find(MailboxPosition position);

  /** The highest uid seen so far, 0 when none was. */
  long highestUid(String mailbox, long uidValidity);

  /** All uids seen so far. */
  Set<Long> uids(String mailbox, long uidValidity);

  /** What the mailbox did not hand over yet, oldest first, by whichever numbers it went then. */
  List<ReceivedMail> unfetched(String mailbox);

  /**
   * Takes the oldest mail that waits to be understood for the calling node alone, and counts the
   * attempt before anything can go wrong.
   */
  Optional<ReceivedMail> claim();

  /** Nobody else may claim it before the usual time has passed once more. */
  void prolong(ReceivedMail claim);

  /**
   * The mail, as long as it is the claimer's to decide about; empty when it has been claimed anew
   * or has come to its end meanwhile. What is changed then and not committed before the next claim
   * is refused by its version.
   */
  default Optional<ReceivedMail> stillClaimed(ReceivedMail claim) {
    return Optional.of(get(claim.id())).filter(mail -> mail.isClaimedAs(claim.version()));
  }

  /** Gives a claimed mail back, to be tried again after a pause. */
  void release(UUID id, Duration pause);

  /** The mail with this content that became a ticket, was appended or suppressed, if any. */
  Optional<UUID> findTaken(ContentKey key);

  /** What came from its mailbox with the same bytes and waits in quarantine or was discarded. */
  Optional<UUID> findQuarantined(ReceivedMail mail);

  /** A sender's mails that opened or joined tickets since then, newest first. */
  List<ReceivedMail> takenFrom(EmailAddress sender, Instant since, int most);

  /** The mail that opened a ticket, if a mail did. */
  Optional<ReceivedMail> findOpening(TicketId ticket);

  /**
   * What machines wrote that belongs to no ticket, newest first.
   *
   * @param from how many of them to pass over
   */
  List<ReceivedMail> setAside(int from, int most);

  /** What waits for a person, newest first. */
  List<ReceivedMail> quarantined(int most);

  /** What waits for a person who was not told yet, oldest first. */
  List<ReceivedMail> alarming(int most);

  /** Whether the leads were told that mails are held up, and those mails still are. */
  boolean isHoldUpKnown();

  /** How many wait for a person. */
  long countQuarantined();
}
