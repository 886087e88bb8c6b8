package org.tierline.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.files.StoredFile;
import org.tierline.ticket.TicketId;

/**
 * The record the desk keeps of one mail in a mailbox, from the moment it was seen there. The mail
 * itself is kept beside it, byte by byte.
 */
@Entity
@Table(name = "inbound_message")
public class ReceivedMail {

  private static final int MAX_REASON_LENGTH = 2000;

  @Id private UUID id;

  @Version private int version;

  @Embedded private MailboxPosition position;

  @Enumerated(EnumType.STRING)
  private MailState state;

  private int attempts;

  private int excuses;

  /** Since its last success; empty while nothing went wrong. */
  private @Nullable Instant failingSince;

  private @Nullable Instant nextFetchAt;

  @SuppressWarnings("UnusedVariable") // read by the query that claims a mail
  private @Nullable Instant leasedUntil;

  private Instant receivedAt;

  private @Nullable Instant processedAt;

  private long size;

  private @Nullable String sha256;

  @Column(name = "raw_file_id")
  private @Nullable UUID rawFile;

  /** Missing until it was read. */
  @Embedded private @Nullable MailDescription description;

  @SuppressWarnings("UnusedVariable") // read by queries, and unique in the database
  private @Nullable String takenKey;

  @Column(name = "ticket_id")
  private @Nullable UUID ticket;

  private boolean answerable;

  private @Nullable String reason;

  @SuppressWarnings("UnusedVariable") // read by the query for alarms
  private @Nullable Instant alarmDueAt;

  @SuppressWarnings("UnusedVariable") // read by the query for alarms
  private @Nullable Instant holdUpToldAt;

  @Embedded private @Nullable Discarded discarded;

  protected ReceivedMail() {} // for JPA

  private ReceivedMail(MailboxPosition position, MailState state, Instant now) {
    this.id = UUID.randomUUID();
    this.position = position;
    this.state = state;
    this.receivedAt = now;
    this.answerable = true;
  }

  /** The mailbox announces it; nothing of it is here yet. */
  static ReceivedMail seen(MailboxPosition position, Instant now) {
    return new ReceivedMail(position, MailState.UNFETCHED, now);
  }

  /** The mailbox has handed it over. */
  void fetched(StoredFile raw) {
    state = MailState.RECEIVED;
    begin();
    reason = null;
    rawFile = raw.id();
    size = raw.size();
    sha256 = raw.sha256();
  }

  void couldNotBeFetched(String why, GrowingPause pause, Instant now) {
    attempts++;
    nextFetchAt = now.plus(pause.after(attempts));
    failedAt(now);
    because(why);
  }

  /** Whether its mailbox may be asked for it again. */
  boolean isDue(Instant now) {
    return nextFetchAt == null || !now.isBefore(nextFetchAt);
  }

  /**
   * What can be said of it once it was read, whatever becomes of it.
   *
   * @param mayAnswer whether an automatic answer would reach a person
   * @param within the one mailbox in which it counts as taken, if not in all of them
   */
  void describe(InboundMessage mail, boolean mayAnswer, Optional<String> within) {
    description = MailDescription.of(mail, within);
    answerable = mayAnswer;
  }

  void becameTicket(TicketId created, String why, Instant now) {
    end(MailState.TICKET_CREATED, why, now);
    take();
    ticket = created.value();
  }

  /** A lead made a ticket of it, whatever the desk thought of it. */
  void overruled(TicketId created, String why, Instant now) {
    alarmDueAt = null;
    becameTicket(created, why, now);
  }

  void appendedTo(TicketId joined, String why, Instant now) {
    end(MailState.APPENDED, why, now);
    take();
    ticket = joined.value();
  }

  void duplicates(UUID original, String why, Instant now) {
    end(MailState.DUPLICATE, why + ": " + original, now);
  }

  /**
   * @param about the ticket it tells something about, if any
   */
  void suppress(Optional<TicketId> about, String why, Instant now) {
    end(MailState.SUPPRESSED, why, now);
    take();
    ticket = about.map(TicketId::value).orElse(null);
  }

  void quarantine(String why, Instant now) {
    end(MailState.QUARANTINED, why, now);
    alarmDueAt = now;
  }

  /** Failed, but shall be tried again. */
  void failed(String why) {
    because(why);
  }

  /** Failed for a reason that is none of its faults; such failures are counted apart. */
  void excused(String why, Instant now) {
    attempts--;
    excuses++;
    failedAt(now);
    because(why);
  }

  /** Whether it has failed for so long, whoever is to blame. */
  boolean isFailingFor(Duration patience, Instant now) {
    return failingSince != null && !now.isBefore(failingSince.plus(patience));
  }

  private void failedAt(Instant now) {
    failingSince = failingSince == null ? now : failingSince;
  }

  /** It waits for something that is none of its faults; this attempt does not count. */
  void postponed(String why) {
    attempts--;
    because(why);
  }

  /** Whether it still is not taken in so long after it came. */
  boolean hasWaited(Duration patience, Instant now) {
    return !now.isBefore(receivedAt.plus(patience));
  }

  /** The leads know that mails are held up. */
  void holdUpTold(Instant now) {
    holdUpToldAt = now;
  }

  /** A person wants it tried once more. */
  void replay() throws NotInQuarantineException {
    demandWaiting();
    alarmDueAt = null;
    state = sha256 == null ? MailState.UNFETCHED : MailState.RECEIVED;
    begin();
    leasedUntil = null;
    processedAt = null;
  }

  /** Nothing that went wrong before counts. */
  private void begin() {
    attempts = 0;
    excuses = 0;
    failingSince = null;
    nextFetchAt = null;
  }

  /** The leads know of it. */
  void alarmRaised() {
    alarmDueAt = null;
  }

  /** A person looked and found nothing worth a ticket. It stays kept, and can be tried again. */
  void discard(String by, String why, Instant now) throws NotInQuarantineException {
    demandWaiting();
    alarmDueAt = null;
    discarded = new Discarded(now, by, CleanText.line(why, MAX_REASON_LENGTH));
  }

  /** Whether a lead may still make a ticket of it: nothing came of it, and nobody decided. */
  boolean isOpenToLeads() {
    return state == MailState.SUPPRESSED || (state == MailState.QUARANTINED && discarded == null);
  }

  private void demandWaiting() throws NotInQuarantineException {
    if (state != MailState.QUARANTINED || discarded != null) {
      throw new NotInQuarantineException(NotInQuarantineException.SOMEBODY_WAS_FASTER);
    }
  }

  /** No other mail with the same content is taken any more. */
  private void take() {
    takenKey = said(MailDescription::contentKey).orElse(null);
  }

  private void end(MailState newState, String why, Instant now) {
    state = newState;
    processedAt = now;
    leasedUntil = null;
    holdUpToldAt = null;
    because(why);
  }

  private void because(String why) {
    reason = CleanText.line(why, MAX_REASON_LENGTH);
  }

  public UUID id() {
    return id;
  }

  public MailState state() {
    return state;
  }

  int attempts() {
    return attempts;
  }

  /** How often it failed for no fault of its own. */
  int excuses() {
    return excuses;
  }

  /** Counts the changes: every claim is one. */
  int version() {
    return version;
  }

  /** Whether it waits for what the holder of that claim makes of it, and nobody else's. */
  boolean isClaimedAs(int claimed) {
    return state == MailState.RECEIVED && version == claimed;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Optional<Instant> processedAt() {
    return Optional.ofNullable(processedAt);
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** Of the mail as it came, in lower-case hexadecimal; empty while it could not be fetched. */
  public Optional<String> sha256() {
    return Optional.ofNullable(sha256);
  }

  /** Where the mail is kept as it came. */
  Optional<UUID> raw() {
    return Optional.ofNullable(rawFile);
  }

  public Optional<String> messageId() {
    return said(MailDescription::messageId);
  }

  public Optional<String> sender() {
    return said(MailDescription::sender);
  }

  public Optional<String> subject() {
    return said(MailDescription::subject);
  }

  public Optional<TicketId> ticket() {
    return Optional.ofNullable(ticket).map(TicketId::new);
  }

  /** Why it became what it became. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Why a lead let nothing come of it. */
  public Optional<String> discardReason() {
    return Optional.ofNullable(discarded).map(Discarded::why);
  }

  /** The lead who did. */
  public Optional<String> discardedBy() {
    return Optional.ofNullable(discarded).map(Discarded::by);
  }

  /** Whether an automatic answer to it would reach a person. */
  public boolean isAnswerable() {
    return answerable;
  }

  /** Whether it has these words, by {@link ContentKey#ofWords}. */
  boolean saysTheSame(String words) {
    return said(MailDescription::wordsKey).filter(words::equals).isPresent();
  }

  boolean cameThrough(String name) {
    return position.mailbox().equals(name);
  }

  boolean openedATicketAfter(Instant time) {
    return state == MailState.TICKET_CREATED && wasTakenAfter(time);
  }

  boolean joined(TicketId other) {
    return state == MailState.APPENDED && other.value().equals(ticket);
  }

  boolean wasTakenAfter(Instant time) {
    boolean taken = state == MailState.TICKET_CREATED || state == MailState.APPENDED;
    return taken && processedAt != null && processedAt.isAfter(time);
  }

  MailboxPosition position() {
    return position;
  }

  private Optional<String> said(Function<MailDescription, @Nullable String> what) {
    return Optional.ofNullable(description).map(what);
  }
}
