package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tierline.customer.Customer;
import org.tierline.customer.Customers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.events.Facts;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.files.FileStore;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.ticket.Author;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.NewAttachment;
import org.tierline.ticket.NewTicket;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/**
 * Use case: a mail that was understood becomes what it is. The ticket and the record that says so
 * are stored together or not at all.
 */
@ApplicationScoped
@Transactional
public class DecideMail {

  private static final Logger LOG = System.getLogger(DecideMail.class.getName());

  private final ReceivedMails receivedMails;
  private final FindRequester findRequester;
  private final JudgeMail judgeMail;
  private final FindConversation findConversation;
  private final OpenTicket openTicket;
  private final ReceiveReply receiveReply;
  private final RecogniseCustomer recogniseCustomer;
  private final Customers customers;
  private final HeedMachines heedMachines;
  private final Tickets tickets;
  private final FileStore files;
  private final IntakeSettings settings;
  private final Facts facts;
  private final Clock clock;

  @Inject
  DecideMail(
      ReceivedMails receivedMails,
      FindRequester findRequester,
      JudgeMail judgeMail,
      FindConversation findConversation,
      OpenTicket openTicket,
      ReceiveReply receiveReply,
      RecogniseCustomer recogniseCustomer,
      Customers customers,
      HeedMachines heedMachines,
      Tickets tickets,
      FileStore files,
      IntakeSettings settings,
      Facts facts,
      Clock clock) {
    this.receivedMails = receivedMails;
    this.findRequester = findRequester;
    this.judgeMail = judgeMail;
    this.findConversation = findConversation;
    this.openTicket = openTicket;
    this.receiveReply = receiveReply;
    this.recogniseCustomer = recogniseCustomer;
    this.customers = customers;
    this.heedMachines = heedMachines;
    this.tickets = tickets;
    this.files = files;
    this.settings = settings;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DecideMail() {
    this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Returns what the mail was found to be; empty when it is no longer the claimer's to decide, and
   * nothing was done.
   *
   * @param claim as it was claimed
   */
  public Optional<Verdict> decide(ReceivedMail claim, InboundMessage mail) {
    return receivedMails
        .stillClaimed(claim)
        .map(received -> decided(received, findRequester.of(mail).mail()));
  }

  private Verdict decided(ReceivedMail received, InboundMessage mail) {
    Instant now = clock.instant();
    // limits count what the sender wrote before; another node must not do so at the same time
    mail.sender().ifPresent(customers::hold);
    Optional<String> within = settings.sameMail().within(received.position().mailbox());
    Judgement judgement = judgeMail.examine(mail, within);
    Verdict verdict = judgement.verdict();
    received.describe(mail, judgement.mayAnswer(), within);
    if (verdict instanceof Verdict.NewTicket opened) {
      open(received, mail, opened, now);
      remark(received, judgement.remarks(), now);
    } else if (verdict instanceof Verdict.FollowUp joined) {
      append(received, mail, joined, now);
      remark(received, judgement.remarks(), now);
    } else if (verdict instanceof Verdict.Duplicate duplicate) {
      received.duplicates(duplicate.original(), duplicate.reason(), now);
    } else if (verdict instanceof Verdict.Suppressed suppressed) {
      suppressed.about().ifPresent(ticket -> heedMachines.heed(ticket, mail));
      received.suppress(suppressed.about(), suppressed.reason(), now);
    } else if (verdict instanceof Verdict.Quarantined) {
      received.quarantine(verdict.reason(), now);
    }
    LOG.log(Level.INFO, "Mail {0} {1}: {2}", received.id(), received.state(), verdict.reason());
    return verdict;
  }

  private void open(
      ReceivedMail received, InboundMessage mail, Verdict.NewTicket verdict, Instant now) {
    Ticket ticket =
        openTicket.open(
            new NewTicket(
                mail.sender().orElseThrow(),
                mail.senderName(),
                mail.subject(),
                Channel.EMAIL,
                content(mail),
                verdict.relatesTo(),
                settings.entrance(received.position().mailbox())));
    drawIn(ticket, ticket.messages().get(0), mail);
    received.becameTicket(ticket.id(), verdict.reason(), now);
    tellOfRefusedFiles(ticket.id(), mail, received.isAnswerable());
  }

  private void append(
      ReceivedMail received, InboundMessage mail, Verdict.FollowUp verdict, Instant now) {
    TicketId ticket = verdict.ticket();
    Customer sender =
        recogniseCustomer.recognise(mail.sender().orElseThrow(), mail.senderName().orElse(null));
    if (!verdict.wakes()) {
      receiveReply.collect(ticket, sender, Channel.EMAIL, content(mail), verdict.reason());
      received.appendedTo(ticket, verdict.reason(), now);
      return;
    }
    Optional<Message> message = receiveReply.receive(ticket, sender, Channel.EMAIL, content(mail));
    if (message.isPresent()) {
      drawIn(tickets.get(ticket), message.get(), mail);
      received.appendedTo(ticket, verdict.reason(), now);
      tellOfRefusedFiles(ticket, mail, received.isAnswerable());
      return;
    }
    TicketNumber closed = tickets.get(ticket).number();
    String reason = verdict.reason() + ", but that was closed too long ago";
    open(received, mail, new Verdict.NewTicket(Optional.of(closed), reason), now);
  }

  /** Whoever is copied on it takes part from now on, and the agent sees it. */
  private void drawIn(Ticket ticket, Message message, InboundMessage mail) {
    List<EmailAddress> companions = findConversation.companions(mail);
    ticket.drawIn(companions);
    message.copiedTo(companions);
  }

  private void tellOfRefusedFiles(TicketId ticket, InboundMessage mail, boolean mayAnswer) {
    long refused = mail.files().stream().filter(file -> file.refusal().isPresent()).count();
    if (refused > 0) {
      facts.announce(
          new FilesRefused(
              ticket, mail.sender().orElseThrow(), mayAnswer, Math.toIntExact(refused)));
    }
  }

  private void remark(ReceivedMail received, List<String> remarks, Instant now) {
    for (String remark : remarks) {
      received
          .ticket()
          .map(tickets::get)
          .ifPresent(
              ticket ->
                  ticket.note(
                      HistoryKind.MAIL_REPORTED,
                      Author.DESK,
                      remark,
                      received.messageId().orElse(null),
                      now));
    }
  }

  /** Files that are refused stay with the original mail; the text says so in their place. */
  private Content content(InboundMessage mail) {
    List<NewAttachment> kept = new ArrayList<>();
    var refused = new StringBuilder();
    for (InboundFile file : mail.files()) {
      if (file.refusal().isEmpty()) {
        kept.add(
            new NewAttachment(
                file.name(), file.contentType(), file.contentId(), files.keep(file.content())));
      } else {
        refused.append(
            "\n[The file \"%s\" (%s) is not here: it %s]"
                .formatted(
                    file.name(), FileSettings.words(file.content().size()), file.refusal().get()));
      }
    }
    return new Content(
        (mail.text() + refused).strip(),
        (mail.visibleReply() + refused).strip(),
        mail.html().map(html -> html + HtmlMail.paragraphs(refused.toString())),
        mail.messageId().map(MailId::value),
        kept);
  }
}
