package org.tierline.notification;

import static org.tierline.notification.Voice.FALLBACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.customer.Customers;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.Outbox;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.Direction;
import org.tierline.ticket.Message;
import org.tierline.ticket.Ticket;

/** Addresses a letter about a ticket and puts it into the outbox. */
@ApplicationScoped
class Postbox {

  /** Whoever has it may see and say everything the customer may. */
  private static final String STATUS_LINK = "statusLink";

  private final Outbox outbox;
  private final MailTemplates templates;
  private final Customers customers;
  private final DeskSettings desk;
  private final MailSettings mail;
  private final MailSeal seal;

  @Inject
  Postbox(
      Outbox outbox,
      MailTemplates templates,
      Customers customers,
      DeskSettings desk,
      MailSettings mail,
      MailSeal seal) {
    this.outbox = outbox;
    this.templates = templates;
    this.customers = customers;
    this.desk = desk;
    this.mail = mail;
    this.seal = seal;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Postbox() {
    this(null, null, null, null, null, null);
  }

  /**
   * Writes to the customer in their language, as part of the conversation their mail program shows.
   *
   * @return the Message-ID an answer will refer to
   */
  public MailId toCustomer(
      Ticket ticket, AutoSubmitted autoSubmitted, String template, Map<String, ?> values) {
    EmailAddress customer = customers.get(ticket.customer()).email();
    return write(ticket, customer, autoSubmitted, template, withTicket(ticket, values));
  }

  /** Writes to somebody who takes part; the page of the request is the customer's alone. */
  public MailId toParticipant(
      Ticket ticket,
      EmailAddress recipient,
      AutoSubmitted autoSubmitted,
      String template,
      Map<String, ?> values) {
    Map<String, Object> all = withTicket(ticket, values);
    if (!recipient.equals(customers.get(ticket.customer()).email())) {
      all.remove(STATUS_LINK);
    }
    return write(ticket, recipient, autoSubmitted, template, all);
  }

  private MailId write(
      Ticket ticket,
      EmailAddress recipient,
      AutoSubmitted autoSubmitted,
      String template,
      Map<String, ?> values) {
    List<MailId> conversation = conversation(ticket);
    Brand brand = mail.brand(ticket.origin().mailbox());
    var voice =
        new Voice(
            ticket.origin().mailbox(),
            ticket.origin().language().or(brand::language).orElse(FALLBACK));
    var letter = templates.write(template, voice, values);
    var outgoing =
        new OutgoingMail(
            newId(ticket, Audience.CUSTOMER),
            Optional.of(ticket.id().value()),
            Audience.CUSTOMER,
            recipient,
            new Brand(brand.name(), brand.address(), Optional.of(templates.spoken(voice))),
            subject(ticket, letter.subject()),
            letter.text(),
            letter.html(),
            lastFromCustomer(ticket),
            conversation,
            autoSubmitted);
    outbox.enqueue(outgoing);
    return outgoing.id();
  }

  /** Tells a staff member by mail. */
  public void toStaff(Agent agent, Notice notice) {
    notice
        .ticket()
        .ifPresentOrElse(
            ticket -> toStaff(ticket, agent, notice),
            () -> toStaff(agent, notice.template(), notice.headline(), notice.values()));
  }

  private void toStaff(Ticket ticket, Agent agent, Notice notice) {
    var letter = templates.writeToStaff(notice.template(), withTicket(ticket, notice.values()));
    outbox.enqueue(
        new OutgoingMail(
            newId(ticket, Audience.STAFF),
            Optional.of(ticket.id().value()),
            Audience.STAFF,
            agent.email(),
            mail.house(),
            HeaderText.from(notice.headline()),
            letter.text(),
            letter.html(),
            Optional.empty(),
            List.of(),
            AutoSubmitted.AUTO_GENERATED));
  }

  /** About the desk itself, not about a ticket. */
  public void toStaff(Agent agent, String template, String subject, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("deskName", desk.name());
    var letter = templates.writeToStaff(template, all);
    outbox.enqueue(
        new OutgoingMail(
            seal.newId(Optional.empty(), Audience.STAFF, mail.supportAddress()),
            Optional.empty(),
            Audience.STAFF,
            agent.email(),
            mail.house(),
            HeaderText.from(subject),
            letter.text(),
            letter.html(),
            Optional.empty(),
            List.of(),
            AutoSubmitted.AUTO_GENERATED));
  }

  /** How staff read times. */
  public Words words() {
    return templates.staffWords();
  }

  private static HeaderText subject(Ticket ticket, String subject) {
    return HeaderText.from(ticket.number().inSubject() + " " + subject);
  }

  private Map<String, Object> withTicket(Ticket ticket, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("deskName", desk.name());
    all.put("number", ticket.number().toString());
    all.put("subject", ticket.subject());
    all.put(STATUS_LINK, desk.link("/requests/" + ticket.statusToken().value()).toString());
    all.put("deskLink", desk.link("/desk/tickets/" + ticket.number().value()).toString());
    return all;
  }

  private MailId newId(Ticket ticket, Audience audience) {
    return seal.newId(
        Optional.of(ticket.id().value()),
        audience,
        mail.brand(ticket.origin().mailbox()).address());
  }

  private static Optional<MailId> lastFromCustomer(Ticket ticket) {
    return ticket.messages().stream()
        .filter(message -> message.direction() == Direction.INBOUND)
        .map(Message::mailMessageId)
        .flatMap(Optional::stream)
        .map(MailId::parse)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later);
  }

  private static List<MailId> conversation(Ticket ticket) {
    return ticket.messages().stream()
        .map(Message::mailMessageId)
        .flatMap(Optional::stream)
        .map(MailId::parse)
        .flatMap(Optional::stream)
        .toList();
  }
}
