package org.tierline.intake;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;
import org.tierline.platform.events.Facts;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.platform.mail.Outbox;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.Author;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
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
  private final Outbox outbox;
  private final Facts facts;
  private final Clock clock;

  @Inject
  HeedMachines(Tickets tickets, Outbox outbox, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.outbox = outbox;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected HeedMachines() {
    this(null, null, null, null);
  }

  public void heed(TicketId about, InboundMessage mail) {
    Ticket ticket = tickets.get(about);
    switch (mail.kind()) {
      case BOUNCE -> mail.bounce().ifPresent(bounce -> bounced(ticket, bounce, mail));
      case FEEDBACK_REPORT ->
          note(ticket, "a reader of our mail reported it as unwanted", sender(mail));
      case AUTO_REPLY -> answeredAutomatically(ticket, mail);
      case HUMAN, BULK -> {
        // people and their programs have their say in the conversation
      }
    }
  }

  private void bounced(Ticket ticket, Bounce bounce, InboundMessage mail) {
    Optional<OutgoingMail> ours = bounce.originalMessageId().flatMap(outbox::find);
    boolean namesNobody = bounce.recipients().isEmpty();
    if (bounce.isFinal() || namesNobody) {
      String reason =
          (described(bounce, Action.FAILED) + " (reported by " + sender(mail) + ")").strip();
      ours.ifPresentOrElse(
          sent ->
              facts.announce(
                  new MailUndeliverable(
                      sent.ticket(),
                      sent.audience(),
                      sent.to(),
                      sent.subject(),
                      HeaderText.from(reason).value())),
          () -> note(ticket, "a mail of this conversation could not be delivered", reason));
      return;
    }
    boolean delayed =
        bounce.recipients().stream().anyMatch(recipient -> recipient.action() == Action.DELAYED);
    if (delayed) {
      String to = ours.map(sent -> sent.to().value()).orElse("somebody");
      note(ticket, "mail to " + to + " is delayed", described(bounce, Action.DELAYED));
    }
  }

  private static String described(Bounce bounce, Action action) {
    List<Recipient> concerned =
        bounce.recipients().stream().filter(recipient -> recipient.action() == action).toList();
    return concerned.stream()
        .limit(10)
        .map(recipient -> (recipient.address() + " " + recipient.status()).strip())
        .collect(joining(", "));
  }

  private void answeredAutomatically(Ticket ticket, InboundMessage mail) {
    String text =
        CleanText.shortened(
            "Automatic reply from %s:%n%n%s".formatted(sender(mail), mail.visibleReply()),
            MAX_NOTE_LENGTH);
    List<Message> messages = ticket.messages();
    boolean said = messages.stream().anyMatch(message -> message.text().equals(text));
    if (!said && messages.size() < MOST_MESSAGES) {
      ticket.receiveAutomaticReply(Channel.EMAIL, Content.typed(text), clock.instant());
    }
  }

  private void note(Ticket ticket, String what, String why) {
    ticket.note(HistoryKind.MAIL_REPORTED, Author.DESK, what, why, clock.instant());
  }

  private static String sender(InboundMessage mail) {
    return mail.sender().map(EmailAddress::value).orElse("a mail system");
  }
}
