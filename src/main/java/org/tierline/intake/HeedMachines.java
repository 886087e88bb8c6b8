package org.tierline.intake;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tierline.customer.Customers;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;
import org.tierline.platform.events.Facts;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.BadAddress;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.Author;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.Direction;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Use case: a machine tells us something about a mail of a ticket. Agents see it there; nobody is
 * answered, nothing reopens, no waiting ends.
 *
 * <p>An out-of-office note becomes a remark among colleagues: whoever wonders why the customer is
 * silent finds it where they look, but it is not the customer's word, and the customer's promise to
 * answer stands.
 */
@ApplicationScoped
@Transactional
public class HeedMachines {

  /** A robot that never tires must not fill a ticket. */
  private static final int MOST_MESSAGES = 200;

  private static final int MAX_NOTE_LENGTH = 4_000;

  private final Tickets tickets;
  private final Customers customers;
  private final FindReturnedMail findReturnedMail;
  private final Facts facts;
  private final Clock clock;

  @Inject
  HeedMachines(
      Tickets tickets,
      Customers customers,
      FindReturnedMail findReturnedMail,
      Facts facts,
      Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.findReturnedMail = findReturnedMail;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected HeedMachines() {
    this(null, null, null, null, null);
  }

  /**
   * @param original where the mail is kept as it came
   */
  public void heed(TicketId about, InboundMessage mail, Optional<UUID> original) {
    Ticket ticket = tickets.get(about);
    switch (mail.kind()) {
      case BOUNCE -> mail.bounce().ifPresent(bounce -> bounced(ticket, bounce, mail));
      case FEEDBACK_REPORT ->
          note(ticket, "a reader of our mail reported it as unwanted", sender(mail));
      case AUTO_REPLY, PERHAPS_AUTO_REPLY, AUTOMATIC, HUMAN, BULK, UNANSWERED ->
          answeredAutomatically(ticket, mail, original);
    }
  }

  private void bounced(Ticket ticket, Bounce bounce, InboundMessage mail) {
    boolean namesNobody = bounce.recipients().isEmpty();
    if (bounce.isFinal() || namesNobody) {
      failed(ticket, bounce, mail);
      return;
    }
    boolean delayed =
        bounce.recipients().stream().anyMatch(recipient -> recipient.action() == Action.DELAYED);
    if (delayed) {
      String to = returned(ticket, bounce, mail).map(sent -> sent.to().value()).orElse("somebody");
      note(ticket, "mail to " + to + " is delayed", described(bounce, Action.DELAYED));
    }
  }

  private void failed(Ticket ticket, Bounce bounce, InboundMessage mail) {
    String reason =
        (described(bounce, Action.FAILED) + " (reported by " + sender(mail) + ")").strip();
    undeliverable(ticket, bounce, mail, HeaderText.from(reason).value())
        .ifPresentOrElse(
            fact -> {
              if (!isKnown(ticket, fact) || isNewsOfAddress(fact)) {
                facts.announce(fact);
              }
            },
            () -> note(ticket, "a mail of this conversation could not be delivered", reason));
  }

  /** The mail that came back; where we do not know it any more, that the customer gets none. */
  private Optional<MailUndeliverable> undeliverable(
      Ticket ticket, Bounce bounce, InboundMessage mail, String reason) {
    boolean badAddress = isProven(ticket, mail) && blamesAddress(bounce, mail);
    return returned(ticket, bounce, mail)
        .map(
            sent ->
                new MailUndeliverable(
                    sent.ticket(), sent.audience(), sent.to(), sent.subject(), reason, badAddress))
        .or(
            () ->
                FindReturnedMail.recipients(bounce)
                    .filter(customer(ticket)::equals)
                    .findFirst()
                    .map(
                        recipient ->
                            new MailUndeliverable(
                                Optional.of(ticket.id().value()),
                                Audience.CUSTOMER,
                                recipient,
                                HeaderText.from(ticket.subject()),
                                reason,
                                badAddress)));
  }

  /** Else anybody could have written it, to silence us towards a customer. */
  private boolean isProven(Ticket ticket, InboundMessage mail) {
    return findReturnedMail
        .proven(mail)
        .flatMap(id -> tickets.find(id).stream())
        .map(tickets::survivor)
        .anyMatch(found -> found.id().equals(ticket.id()));
  }

  private static boolean blamesAddress(Bounce bounce, InboundMessage mail) {
    Stream<String> codes =
        bounce.recipients().isEmpty()
            ? Stream.of("")
            : bounce.recipients().stream()
                .filter(recipient -> recipient.action() == Action.FAILED)
                .map(Recipient::status);
    return codes.anyMatch(code -> BadAddress.isReportedBy(code, mail.text()));
  }

  private Optional<OutgoingMail> returned(Ticket ticket, Bounce bounce, InboundMessage mail) {
    return findReturnedMail
        .named(bounce)
        .or(
            () ->
                Stream.concat(FindReturnedMail.recipients(bounce), forwarder(ticket, mail))
                    .flatMap(recipient -> findReturnedMail.lately(recipient, ticket.id()))
                    .findFirst());
  }

  /** It may name the address to which the one we wrote to was forwarded, or nobody. */
  private Stream<EmailAddress> forwarder(Ticket ticket, InboundMessage mail) {
    return findReturnedMail.isSurelyToCustomer(mail) ? Stream.of(customer(ticket)) : Stream.empty();
  }

  private EmailAddress customer(Ticket ticket) {
    return customers.get(ticket.customer()).email();
  }

  /** Servers repeat themselves; until we write again there is nothing new in it. */
  private static boolean isKnown(Ticket ticket, MailUndeliverable fact) {
    Optional<Instant> written =
        ticket.messages().stream()
            .filter(message -> message.direction() == Direction.OUTBOUND)
            .map(Message::at)
            .reduce((earlier, later) -> later);
    return ticket.history().stream()
        .filter(entry -> entry.kind() == HistoryKind.UNDELIVERED)
        .filter(entry -> entry.what().contains(fact.recipient().value()))
        .anyMatch(entry -> written.filter(entry.at()::isBefore).isEmpty());
  }

  /** A mail got through meanwhile, so that we took the address for a good one again. */
  private boolean isNewsOfAddress(MailUndeliverable fact) {
    return fact.badAddress()
        && fact.audience() == Audience.CUSTOMER
        && customers
            .findByEmail(fact.recipient())
            .filter(customer -> customer.mailFailsSince().isEmpty())
            .isPresent();
  }

  private static String described(Bounce bounce, Action action) {
    List<Recipient> concerned =
        bounce.recipients().stream().filter(recipient -> recipient.action() == action).toList();
    return concerned.stream()
        .limit(10)
        .map(recipient -> (recipient.address() + " " + recipient.status()).strip())
        .collect(joining(", "));
  }

  private void answeredAutomatically(Ticket ticket, InboundMessage mail, Optional<UUID> original) {
    String text =
        CleanText.shortened(
            "Automatic reply from %s:%n%n%s".formatted(sender(mail), mail.visibleReply()),
            MAX_NOTE_LENGTH);
    List<Message> messages = ticket.messages();
    boolean said = messages.stream().anyMatch(message -> message.text().equals(text));
    if (!said && messages.size() < MOST_MESSAGES) {
      ticket.receiveAutomaticReply(
          Channel.EMAIL, Content.typed(text).keptAs(original), clock.instant());
    }
  }

  private void note(Ticket ticket, String what, String why) {
    ticket.note(HistoryKind.MAIL_REPORTED, Author.DESK, what, why, clock.instant());
  }

  private static String sender(InboundMessage mail) {
    return mail.sender().map(EmailAddress::value).orElse("a mail system");
  }
}
