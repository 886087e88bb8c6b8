package org.tierline.intake;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.TicketId;

/** As much of the record of mails as deciding about them needs; nothing is ever claimed here. */
final class ReceivedMailsInMemory implements ReceivedMails {

  private final Map<UUID, ReceivedMail> mails = new LinkedHashMap<>();
  private final Map<String, UUID> taken = new HashMap<>();

  @Override
  public void add(ReceivedMail mail) {
    mails.put(mail.id(), mail);
  }

  /** What the column behind a taken mail does in the database. */
  void took(ReceivedMail mail, ContentKey key) {
    if (mail.state() != MailState.DUPLICATE && mail.state() != MailState.QUARANTINED) {
      taken.putIfAbsent(key.value(), mail.id());
    }
  }

  @Override
  public ReceivedMail get(UUID id) {
    return Optional.ofNullable(mails.get(id)).orElseThrow();
  }

  @Override
  public ReceivedMail hold(UUID id) {
    return get(id);
  }

  @Override
  public Optional<UUID> findTaken(ContentKey key) {
    return Optional.ofNullable(taken.get(key.value()));
  }

  @Override
  public Optional<ReceivedMail> findOpening(TicketId ticket) {
    return mails.values().stream()
        .filter(mail -> mail.state() == MailState.TICKET_CREATED)
        .filter(mail -> mail.ticket().filter(ticket::equals).isPresent())
        .findFirst();
  }

  @Override
  public List<ReceivedMail> takenFrom(EmailAddress sender, Instant since, int most) {
    return mails.values().stream()
        .filter(mail -> mail.sender().filter(sender.value()::equals).isPresent())
        .filter(mail -> mail.wasTakenAfter(since))
        .sorted(comparing(ReceivedMail::position, comparing(MailboxPosition::uid)).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public void keep(ReceivedMail mail, Spool raw) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Spool> raw(ReceivedMail mail) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] start(ReceivedMail mail, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ReceivedMail> find(MailboxPosition position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long highestUid(String mailbox, long uidValidity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Long> uids(String mailbox, long uidValidity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ReceivedMail> unfetched(String mailbox) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<UUID> findQuarantined(ReceivedMail mail) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ReceivedMail> claim() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void prolong(ReceivedMail claim) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(UUID id, Duration pause) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isHoldUpKnown() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ReceivedMail> setAside(int from, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ReceivedMail> quarantined(int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ReceivedMail> alarming(int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long countQuarantined() {
    throw new UnsupportedOperationException();
  }
}
