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
import java.util.UUID;
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
    return receivedMails.stillClaimed(claim).map(received -> decided(received, asked(mail)));
  }

  /** The mail as that of whoever asks, if a form sent it for them. */
  public InboundMessage asked(InboundMessage mail) {
    return findRequester.of(mail).mail();
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
      become(received, mail, opened, now);
      remark(received, judgement.remarks(), now);
    } else if (verdict instanceof Verdict.FollowUp joined) {
      append(received, mail, joined, now);
      remark(received, judgement.remarks(), now);
    } else if (verdict instanceof Verdict.Duplicate duplicate) {
      received.duplicates(duplicate.original(), duplicate.reason(), now);
    } else if (verdict instanceof Verdict.Suppressed suppressed) {
      suppressed.about().ifPresent(ticket -> heedMachines.heed(ticket, mail, received.raw()));
      received.suppress(suppressed.about(), suppressed.reason(), now);
    } else if (verdict instanceof Verdict.Quarantined) {
      received.quarantine(verdict.reason(), now);
    }
    LOG.log(Level.INFO, "Mail {0} {1}: {2}", received.id(), received.state(), verdict.reason());
    return verdict;
  }

  private void become(
      ReceivedMail received, InboundMessage mail, Verdict.NewTicket verdict, Instant now) {
    Ticket ticket = open(received, mail, mail.sender().orElseThrow(), verdict);
    received.becameTicket(ticket.id(), verdict.reason(), now);
    tellOfRefusedFiles(ticket.id(), mail, received.isAnswerable());
  }

  /**
   * A lead makes a ticket of a mail that was quarantined or set aside. Nothing of its own accord
   * answers what a machine wrote, or seemed to.
   *
   * @param customer whose request it is: who sent it, or whom the lead names
   * @param lead who says so
   * @return empty when it does not wait for anybody any more, and nothing was done
   */
  public Optional<TicketNumber> overrule(
      UUID id, InboundMessage mail, EmailAddress customer, Author lead) {
    customers.hold(customer);
    return Optional.of(receivedMails.hold(id))
        .filter(ReceivedMail::isOpenToLeads)
        .map(received -> overruled(received, mail, customer, lead).number());
  }

  /** The mail with the same content that was taken before this one, if there is one. */
  public Optional<UUID> takenBefore(UUID id, InboundMessage mail) {
    String mailbox = receivedMails.get(id).position().mailbox();
    return receivedMails
        .findTaken(ContentKey.of(mail, settings.sameMail().within(mailbox)))
        .filter(taken -> !taken.equals(id));
  }

  private Ticket overruled(
      ReceivedMail received, InboundMessage mail, EmailAddress customer, Author lead) {
    Instant now = clock.instant();
    boolean wasSetAside = received.state() == MailState.SUPPRESSED;
    String formerly = received.reason().orElse("unknown");
    Optional<TicketNumber> about = received.ticket().map(tickets::get).map(Ticket::number);
    Optional<String> within = settings.sameMail().within(received.position().mailbox());
    boolean mayAnswer =
        !wasSetAside
            && mail.sender().filter(customer::equals).isPresent()
            && judgeMail.examine(mail, within).mayAnswer();
    List<String> remarks = judgeMail.remarks(mail);
    received.describe(mail, mayAnswer, within);
    Ticket ticket = open(received, mail, customer, new Verdict.NewTicket(about, formerly));
    String what = "took in a mail that was " + (wasSetAside ? "set aside" : "quarantined");
    ticket.note(HistoryKind.TAKEN_IN, lead, what, formerly, now);
    received.overruled(ticket.id(), lead.id() + " " + what + ": " + formerly, now);
    remark(received, remarks, now);
    if (mayAnswer) {
      tellOfRefusedFiles(ticket.id(), mail, true);
    }
    LOG.log(
        Level.INFO, "Mail {0} taken in by {1} as {2}", received.id(), lead.id(), ticket.number());
    return ticket;
  }

  private Ticket open(
      ReceivedMail received,
      InboundMessage mail,
      EmailAddress requester,
      Verdict.NewTicket verdict) {
    boolean namesAnother = mail.sender().filter(sender -> !sender.equals(requester)).isPresent();
    Ticket ticket =
        openTicket.open(
            new NewTicket(
                requester,
                namesAnother ? Optional.empty() : mail.senderName(),
                mail.subject(),
                Channel.EMAIL,
                content(received, mail),
                verdict.relatesTo(),
                settings.entrance(received.position().mailbox())));
    drawIn(ticket, ticket.messages().get(0), mail);
    return ticket;
  }

  private void append(
      ReceivedMail received, InboundMessage mail, Verdict.FollowUp verdict, Instant now) {
    TicketId ticket = verdict.ticket();
    Customer sender =
        recogniseCustomer.recognise(mail.sender().orElseThrow(), mail.senderName().orElse(null));
    if (!verdict.wakes()) {
      receiveReply.collect(
          ticket, sender, Channel.EMAIL, content(received, mail), verdict.reason());
      received.appendedTo(ticket, verdict.reason(), now);
      return;
    }
    Optional<Message> message =
        receiveReply.receive(ticket, sender, Channel.EMAIL, content(received, mail));
    if (message.isPresent()) {
      drawIn(tickets.get(ticket), message.get(), mail);
      received.appendedTo(ticket, verdict.reason(), now);
      tellOfRefusedFiles(ticket, mail, received.isAnswerable());
      return;
    }
    TicketNumber closed = tickets.get(ticket).number();
    String reason = verdict.reason() + ", but that was closed too long ago";
    become(received, mail, new Verdict.NewTicket(Optional.of(closed), reason), now);
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
  private Content content(ReceivedMail received, InboundMessage mail) {
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
        kept,
        received.raw());
  }
}
