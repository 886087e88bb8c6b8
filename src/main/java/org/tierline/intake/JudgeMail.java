package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierline.customer.Customer;
import org.tierline.customer.Customers;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.Outbox;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/**
 * Says what a mail is. The checks are asked in the order they are listed; the first answer counts,
 * and a mail nobody recognises is a new request.
 */
@ApplicationScoped
@Transactional
public class JudgeMail {

  private static final Pattern NUMBER_IN_SUBJECT = Pattern.compile("\\[#(\\d{1,12})]");

  private final ReceivedMails receivedMails;
  private final Tickets tickets;
  private final Customers customers;
  private final Outbox outbox;
  private final MailSettings settings;

  @Inject
  public JudgeMail(
      ReceivedMails receivedMails,
      Tickets tickets,
      Customers customers,
      Outbox outbox,
      MailSettings settings) {
    this.receivedMails = receivedMails;
    this.tickets = tickets;
    this.customers = customers;
    this.outbox = outbox;
    this.settings = settings;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected JudgeMail() {
    this(null, null, null, null, null);
  }

  /** A check under the name by which an explanation tells of it. */
  private record Named(String name, InboundCheck check) {}

  private List<Named> checks() {
    return List.of(
        new Named("seen before", this::seenBefore),
        new Named("written by us", this::writtenByUs),
        new Named("answer of a machine", this::machineAnswer),
        new Named("without sender", this::withoutSender),
        new Named("answer to a mail for staff", this::answerToStaffMail),
        new Named("answer to our mail", this::answerToOurMail),
        new Named("answer to a known mail", this::answerToKnownMail),
        new Named("ticket in the subject", this::ticketInSubject));
  }

  public Verdict judge(InboundMessage mail) {
    return examine(mail).verdict();
  }

  /** The verdict, and how it came about. */
  public Judgement examine(InboundMessage mail) {
    List<Judgement.Check> asked = new ArrayList<>();
    for (Named named : checks()) {
      Optional<Verdict> found = named.check().look(mail);
      asked.add(new Judgement.Check(named.name(), found.map(Verdict::reason).orElse("no")));
      if (found.isPresent()) {
        return new Judgement(found.get(), asked);
      }
    }
    return new Judgement(
        new Verdict.NewTicket(Optional.empty(), "refers to nothing we know"), asked);
  }

  private Optional<Verdict> seenBefore(InboundMessage mail) {
    return receivedMails
        .findTaken(ContentKey.of(mail))
        .map(first -> new Verdict.Duplicate(first, "the same mail was taken before"));
  }

  private Optional<Verdict> writtenByUs(InboundMessage mail) {
    boolean fromUs = mail.sender().filter(settings.supportAddress()::equals).isPresent();
    boolean sentByUs = mail.messageId().flatMap(outbox::find).isPresent();
    return fromUs || sentByUs
        ? Optional.of(new Verdict.Suppressed("our own mail came back"))
        : Optional.empty();
  }

  private Optional<Verdict> machineAnswer(InboundMessage mail) {
    return switch (mail.kind()) {
      case AUTO_REPLY, BOUNCE, FEEDBACK_REPORT ->
          Optional.of(
              new Verdict.Suppressed(meant(mail), mail.kind() + " by " + mail.kindReason()));
      case HUMAN, BULK -> Optional.empty();
    };
  }

  /** The ticket a machine speaks about: whose mail is returned, or answered. */
  private Optional<TicketId> meant(InboundMessage mail) {
    List<MailId> ids =
        Stream.concat(mail.bounce().flatMap(Bounce::originalMessageId).stream(), mentioned(mail))
            .distinct()
            .toList();
    Stream<TicketId> ours =
        ids.stream()
            .map(outbox::find)
            .flatMap(Optional::stream)
            .flatMap(sent -> sent.ticket().stream())
            .map(TicketId::new);
    Stream<TicketId> known =
        ids.stream()
            .map(id -> tickets.findByMailMessageId(id.value()))
            .flatMap(Optional::stream)
            .map(Ticket::id);
    Stream<TicketId> named =
        ticketInSubject(mail).stream()
            .filter(Verdict.FollowUp.class::isInstance)
            .map(verdict -> ((Verdict.FollowUp) verdict).ticket());
    return Stream.of(ours, known, named).flatMap(found -> found).findFirst();
  }

  private Optional<Verdict> withoutSender(InboundMessage mail) {
    return mail.sender().isEmpty()
        ? Optional.of(new Verdict.Quarantined("names no sender we could answer"))
        : Optional.empty();
  }

  /** Agents speak through the desk; their mail must never pass as the customer's word. */
  private Optional<Verdict> answerToStaffMail(InboundMessage mail) {
    return answered(mail)
        .filter(sent -> sent.audience() == Audience.STAFF)
        .findFirst()
        .map(sent -> new Verdict.Quarantined("answers a notification meant for staff"));
  }

  /** Only who received a mail of ours can know its id: 128 random bits. */
  private Optional<Verdict> answerToOurMail(InboundMessage mail) {
    return answered(mail)
        .flatMap(sent -> sent.ticket().stream())
        .findFirst()
        .map(ticket -> new Verdict.FollowUp(new TicketId(ticket), "answers a mail of ours"));
  }

  private Stream<OutgoingMail> answered(InboundMessage mail) {
    return mentioned(mail).map(outbox::find).flatMap(Optional::stream);
  }

  /** The customer's own ids can be guessed or overheard, so only participants may use them. */
  private Optional<Verdict> answerToKnownMail(InboundMessage mail) {
    return mentioned(mail)
        .map(id -> tickets.findByMailMessageId(id.value()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(ticket -> joinOrRelate(mail, ticket, "answers a mail of the conversation"));
  }

  private Optional<Verdict> ticketInSubject(InboundMessage mail) {
    Matcher number = NUMBER_IN_SUBJECT.matcher(mail.subject());
    return number
        .results()
        .map(match -> Long.parseLong(match.group(1)))
        .filter(value -> value > 0)
        .map(value -> tickets.find(new TicketNumber(value)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(ticket -> joinOrRelate(mail, ticket, "names the ticket in its subject"));
  }

  private Verdict joinOrRelate(InboundMessage mail, Ticket ticket, String reason) {
    return isParticipant(mail, ticket)
        ? new Verdict.FollowUp(ticket.id(), reason)
        : new Verdict.NewTicket(
            Optional.of(ticket.number()), reason + ", but its sender takes no part there");
  }

  private boolean isParticipant(InboundMessage mail, Ticket ticket) {
    return mail.sender()
        .flatMap(customers::findByEmail)
        .map(Customer::id)
        .filter(id -> id.equals(ticket.customer()) || ticket.participants().contains(id))
        .isPresent();
  }

  private static Stream<MailId> mentioned(InboundMessage mail) {
    return Stream.of(mail.inReplyTo(), newestFirst(mail.references()))
        .flatMap(List::stream)
        .distinct();
  }

  private static List<MailId> newestFirst(List<MailId> ids) {
    return Stream.iterate(ids.size() - 1, i -> i >= 0, i -> i - 1).map(ids::get).toList();
  }
}
