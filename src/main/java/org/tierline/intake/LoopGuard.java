package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.Outbox;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Notices programs that say of themselves that they are people: by repeating themselves, and by
 * writing more than people can, under one address or under many of one domain.
 */
@ApplicationScoped
@Transactional
public class LoopGuard {

  /** Programs answer at once; the mail takes its way, and we look now and then. */
  private static final Duration MINUTES = Duration.ofMinutes(15);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** A ticket with more of them cannot be read any more. */
  private static final int MOST_COLLECTED = 200;

  private static final int MOST_REMEMBERED = 250;

  private final ReceivedMails receivedMails;
  private final SenderDomains senderDomains;
  private final Tickets tickets;
  private final Outbox outbox;
  private final IntakeLimits limits;
  private final Clock clock;

  @Inject
  LoopGuard(
      ReceivedMails receivedMails,
      SenderDomains senderDomains,
      Tickets tickets,
      Outbox outbox,
      IntakeLimits limits,
      Clock clock) {
    this.receivedMails = receivedMails;
    this.senderDomains = senderDomains;
    this.tickets = tickets;
    this.outbox = outbox;
    this.limits = limits;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected LoopGuard() {
    this(null, null, null, null, null, null);
  }

  /**
   * Asked before a mail opens a ticket.
   *
   * @param within the one mailbox in which the same words are the same request, if not in all
   */
  public Optional<Verdict> look(InboundMessage mail, Optional<String> within) {
    List<ReceivedMail> today =
        receivedMails.takenFrom(
            mail.sender().orElseThrow(), clock.instant().minus(DAY), MOST_REMEMBERED);
    List<TicketId> opened = openedWithinTheHour(today);
    return saidBefore(mail, today, within)
        .or(() -> absentAtOnce(mail, opened))
        .or(() -> tooMany(opened))
        .or(() -> tooManyOfDomain(mail, today));
  }

  /**
   * Asked before a mail joins a ticket and somebody has to read it.
   *
   * @param ticket what it belongs to
   */
  public Optional<Verdict> look(InboundMessage mail, TicketId ticket) {
    EmailAddress sender = mail.sender().orElseThrow();
    int most = limits.answersPerSender();
    long answers =
        receivedMails.takenFrom(sender, clock.instant().minus(HOUR), MOST_REMEMBERED).stream()
            .filter(earlier -> earlier.joined(ticket))
            .limit(most)
            .count();
    return answers < most
        ? Optional.empty()
        : Optional.of(
            collect(
                tickets.get(ticket),
                "its sender wrote to this ticket %d times within the hour".formatted(most)));
  }

  /**
   * Whether a mail says that its owner is away, right after the desk wrote to them of its own
   * accord. People say such things, too, but seldom within minutes; and whom a person has just
   * asked something may well answer at once, on their way out.
   */
  public boolean isAbsentAtOnce(InboundMessage mail) {
    return AbsenceNote.in(mail)
        && lately(mail).filter(sent -> sent.autoSubmitted() != AutoSubmitted.NO).isPresent();
  }

  /** Whether a mail comes right after one of ours, as programs answer. */
  public boolean comesAtOnce(InboundMessage mail) {
    return lately(mail).isPresent();
  }

  private Optional<OutgoingMail> lately(InboundMessage mail) {
    Instant since = clock.instant().minus(MINUTES);
    return mail.sender().stream()
        .flatMap(to -> outbox.writtenTo(to, since, 1).stream())
        .findFirst();
  }

  /** The same words a second time within a day are the same request, and are not answered again. */
  private static Optional<Verdict> saidBefore(
      InboundMessage mail, List<ReceivedMail> today, Optional<String> within) {
    String words = ContentKey.ofWords(mail).value();
    return today.stream()
        .filter(earlier -> earlier.saysTheSame(words))
        .filter(earlier -> within.map(earlier::cameThrough).orElse(true))
        .flatMap(earlier -> earlier.ticket().stream())
        .findFirst()
        .map(ticket -> new Verdict.FollowUp(ticket, "says word for word what it said before"));
  }

  /**
   * Somebody opens a ticket, gets our acknowledgement, and their program answers to it. Where the
   * subject does not show that, a person may have written it, and somebody reads it.
   */
  private Optional<Verdict> absentAtOnce(InboundMessage mail, List<TicketId> opened) {
    if (!AbsenceNote.in(mail)) {
      return Optional.empty();
    }
    Optional<Ticket> last = open(opened.stream());
    boolean sure =
        AbsenceNote.inSubject(mail)
            || last.filter(ticket -> mail.subject().contains(ticket.subject())).isPresent();
    return last.filter(ticket -> sure || isAbsentAtOnce(mail))
        .map(
            ticket ->
                new Verdict.FollowUp(ticket.id(), !sure, "an absence note, right after a request"));
  }

  private Optional<Verdict> tooMany(List<TicketId> opened) {
    String reason =
        "its sender opened %d tickets within the hour".formatted(limits.ticketsPerSender());
    return open(opened.stream().limit(opened.size() < limits.ticketsPerSender() ? 0 : 1))
        .map(ticket -> collect(ticket, reason));
  }

  /**
   * Neighbours at a domain may be strangers, so only what a sender opened may collect their mails;
   * what has no such place waits until a person decides.
   */
  private Optional<Verdict> tooManyOfDomain(InboundMessage mail, List<ReceivedMail> today) {
    String domain = mail.sender().orElseThrow().domain();
    Instant now = clock.instant();
    if (senderDomains.ticketsFrom(domain, now.minus(HOUR)) < limits.ticketsPerDomain()) {
      return Optional.empty();
    }
    String reason =
        "%s opened %d tickets within the hour".formatted(domain, limits.ticketsPerDomain());
    Stream<TicketId> own =
        today.stream()
            .filter(earlier -> earlier.openedATicketAfter(now.minus(DAY)))
            .flatMap(earlier -> earlier.ticket().stream());
    return open(own)
        .map(ticket -> collect(ticket, reason))
        .or(() -> Optional.of(new Verdict.Quarantined(reason)));
  }

  private Optional<Ticket> open(Stream<TicketId> candidates) {
    return candidates
        .map(tickets::get)
        .map(tickets::survivor)
        .filter(ticket -> !ticket.status().isFinished())
        .findFirst();
  }

  private List<TicketId> openedWithinTheHour(List<ReceivedMail> mails) {
    Instant hourAgo = clock.instant().minus(HOUR);
    return mails.stream()
        .filter(mail -> mail.openedATicketAfter(hourAgo))
        .flatMap(mail -> mail.ticket().stream())
        .toList();
  }

  private static Verdict collect(Ticket ticket, String reason) {
    return ticket.messages().size() < MOST_COLLECTED
        ? new Verdict.FollowUp(ticket.id(), false, reason)
        : new Verdict.Suppressed(Optional.of(ticket.id()), reason + ", and filled the last one");
  }
}
