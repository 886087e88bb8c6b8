package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tierline.agent.Agent;
import org.tierline.agent.Agents;
import org.tierline.customer.Customer;
import org.tierline.customer.Customers;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.ticket.ReopenPolicy;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/**
 * Finds the conversation a mail belongs to. A seal of ours lets whoever holds it join, because only
 * who received a mail of the conversation can hold it. What can be guessed or overheard, the
 * customer's own Message-IDs and the number in the subject, serves only those who take part;
 * anybody else's mail becomes a ticket of its own, with a hint for the agent. Nobody ever joins as
 * an agent: agents speak through the desk.
 */
@ApplicationScoped
class FindConversation {

  private static final Pattern NUMBER_IN_SUBJECT = Pattern.compile("\\[#(\\d{1,12})]");

  private static final int MOST_COMPANIONS = 50;

  private final Tickets tickets;
  private final Customers customers;
  private final Agents agents;
  private final MailSeal seal;
  private final MailSettings settings;
  private final FindReturnedMail findReturnedMail;
  private final Clock clock;

  @Inject
  FindConversation(
      Tickets tickets,
      Customers customers,
      Agents agents,
      MailSeal seal,
      MailSettings settings,
      FindReturnedMail findReturnedMail,
      Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.agents = agents;
    this.seal = seal;
    this.settings = settings;
    this.findReturnedMail = findReturnedMail;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FindConversation() {
    this(null, null, null, null, null, null, null);
  }

  /** In the order they are asked. */
  public List<NamedCheck> checks() {
    return List.of(
        new NamedCheck("answer to a mail for staff", this::answerToStaffMail),
        new NamedCheck("in the name of staff", this::inTheNameOfStaff),
        new NamedCheck("answer to our mail", this::answerToOurMail),
        new NamedCheck("to our reply address", this::toOurReplyAddress),
        new NamedCheck("answer to a known mail", this::answerToKnownMail),
        new NamedCheck("ticket in the subject", this::ticketInSubject));
  }

  /** The ticket a machine speaks about: whose mail is returned, or answered. */
  public Optional<TicketId> meant(InboundMessage mail) {
    List<MailId> ids =
        Stream.concat(mail.bounce().flatMap(Bounce::originalMessageId).stream(), mentioned(mail))
            .distinct()
            .toList();
    return Stream.of(
            ours(ids.stream()),
            replyAddresses(mail),
            known(ids.stream()),
            numbered(mail).filter(ticket -> takesPart(mail, ticket) || isAboutOneOf(mail, ticket)),
            writtenToThoseNamed(mail))
        .flatMap(found -> found)
        .findFirst()
        .map(tickets::survivor)
        .map(Ticket::id);
  }

  /** The ticket of the mail of ours that it answers. */
  public Optional<Ticket> answered(InboundMessage mail) {
    return Stream.of(
            ours(mentioned(mail)),
            replyAddresses(mail),
            numbered(mail).filter(ticket -> takesPart(mail, ticket)))
        .flatMap(found -> found)
        .findFirst()
        .map(tickets::survivor);
  }

  /** Whom a mail draws into its conversation: everybody it names as readers except ourselves. */
  public List<EmailAddress> companions(InboundMessage mail) {
    return Stream.of(mail.to(), mail.cc())
        .flatMap(FindConversation::addresses)
        .filter(address -> !settings.reachesUs(address, seal))
        .filter(address -> agents.findByEmail(address).isEmpty())
        .limit(MOST_COMPANIONS)
        .distinct()
        .toList();
  }

  /** The ticket that holds another mail under the same Message-ID: one of the two is not honest. */
  public Optional<TicketNumber> usedBefore(InboundMessage mail) {
    return known(mail.messageId().stream()).findFirst().map(Ticket::number);
  }

  /** Agents speak through the desk; their mail must never pass as the customer's word. */
  private Optional<Verdict> answerToStaffMail(InboundMessage mail) {
    return mentioned(mail)
        .flatMap(id -> seal.read(id).stream())
        .filter(mark -> mark.audience() == Audience.STAFF)
        .findFirst()
        .map(mark -> new Verdict.Quarantined("answers a notification meant for staff"));
  }

  /**
   * Anybody can write an agent's address into a mail, into its Reply-To too, where an answer would
   * carry the conversation away. A member of staff who asks something as a customer is one.
   */
  private Optional<Verdict> inTheNameOfStaff(InboundMessage mail) {
    Predicate<EmailAddress> isSender = address -> mail.sender().filter(address::equals).isPresent();
    Optional<Agent> redirectsTo =
        addresses(mail.replyTo()).filter(isSender.negate()).flatMap(this::agent).findFirst();
    Optional<Agent> writes = mail.sender().stream().flatMap(this::agent).findFirst();
    return redirectsTo
        .or(() -> writes)
        .flatMap(
            agent ->
                referred(mail)
                    .filter(ticket -> redirectsTo.isPresent() || !takesPart(mail, ticket))
                    .findFirst()
                    .map(
                        ticket ->
                            new Verdict.Quarantined(
                                "speaks about %s in the name of %s, who would use the desk"
                                    .formatted(ticket.number(), agent.displayName()))));
  }

  private Optional<Verdict> answerToOurMail(InboundMessage mail) {
    return ours(mentioned(mail)).findFirst().map(ticket -> join(ticket, "answers a mail of ours"));
  }

  private Optional<Verdict> toOurReplyAddress(InboundMessage mail) {
    return replyAddresses(mail)
        .findFirst()
        .map(ticket -> join(ticket, "was sent to the reply address of our mails"));
  }

  private Optional<Verdict> answerToKnownMail(InboundMessage mail) {
    return known(mentioned(mail))
        .findFirst()
        .map(ticket -> joinOrRelate(mail, ticket, "answers a mail of the conversation"));
  }

  private Optional<Verdict> ticketInSubject(InboundMessage mail) {
    return numbered(mail)
        .findFirst()
        .map(ticket -> joinOrRelate(mail, ticket, "names the ticket in its subject"));
  }

  /** Every ticket a mail refers to, by whatever means. */
  private Stream<Ticket> referred(InboundMessage mail) {
    return Stream.of(
            ours(mentioned(mail)), replyAddresses(mail), known(mentioned(mail)), numbered(mail))
        .flatMap(found -> found);
  }

  private Stream<Ticket> ours(Stream<MailId> ids) {
    return ids.flatMap(id -> seal.read(id).stream())
        .flatMap(mark -> mark.ticket().stream())
        .flatMap(id -> tickets.find(new TicketId(id)).stream());
  }

  private Stream<Ticket> replyAddresses(InboundMessage mail) {
    return Stream.of(mail.to(), mail.cc(), mail.deliveredTo())
        .flatMap(FindConversation::addresses)
        .flatMap(address -> seal.ticketOf(address).stream())
        .flatMap(id -> tickets.find(new TicketId(id)).stream());
  }

  private Stream<Ticket> known(Stream<MailId> ids) {
    return ids.flatMap(id -> tickets.findByMailMessageId(id.value()).stream());
  }

  private Stream<Ticket> numbered(InboundMessage mail) {
    return NUMBER_IN_SUBJECT
        .matcher(mail.subject())
        .results()
        .map(match -> Long.parseLong(match.group(1)))
        .filter(value -> value > 0)
        .flatMap(value -> tickets.find(new TicketNumber(value)).stream());
  }

  /** What a mail server could not deliver to somebody who takes part. */
  private boolean isAboutOneOf(InboundMessage mail, Ticket ticket) {
    return mail.bounce().stream()
        .flatMap(FindReturnedMail::recipients)
        .anyMatch(recipient -> takesPart(recipient, ticket));
  }

  private Stream<Ticket> writtenToThoseNamed(InboundMessage mail) {
    return mail.bounce().stream()
        .flatMap(findReturnedMail::lately)
        .flatMap(sent -> sent.ticket().stream())
        .flatMap(id -> tickets.find(new TicketId(id)).stream());
  }

  private Verdict joinOrRelate(InboundMessage mail, Ticket ticket, String reason) {
    return takesPart(mail, ticket)
        ? join(ticket, reason)
        : new Verdict.NewTicket(
            Optional.of(ticket.number()), reason + ", but its sender takes no part there");
  }

  private Verdict join(Ticket named, String how) {
    Ticket ticket = tickets.survivor(named);
    String reason =
        ticket == named
            ? how
            : "%s, %s, which was merged into %s".formatted(how, named.number(), ticket.number());
    boolean over =
        ticket.status() == TicketStatus.CLOSED
            && !ReopenPolicy.mayReopen(ticket.closedAt().orElseThrow(), clock.instant());
    return over
        ? new Verdict.NewTicket(
            Optional.of(ticket.number()), reason + ", but that was closed too long ago")
        : new Verdict.FollowUp(ticket.id(), reason);
  }

  private boolean takesPart(InboundMessage mail, Ticket ticket) {
    return mail.sender().filter(sender -> takesPart(sender, ticket)).isPresent();
  }

  private boolean takesPart(EmailAddress sender, Ticket ticket) {
    return ticket.conversation().guests().contains(sender)
        || customers
            .findByEmail(sender)
            .map(Customer::id)
            .filter(
                id ->
                    id.equals(ticket.customer())
                        || ticket.conversation().participants().contains(id))
            .isPresent();
  }

  private Stream<Agent> agent(EmailAddress address) {
    return agents.findByEmail(address).stream();
  }

  private static Stream<EmailAddress> addresses(List<MailPerson> people) {
    return people.stream().flatMap(person -> EmailAddress.parse(person.email()).stream());
  }

  /** What the sender's program says it answers, the nearest first. */
  private static Stream<MailId> mentioned(InboundMessage mail) {
    return Stream.of(mail.inReplyTo(), newestFirst(mail.references()))
        .flatMap(List::stream)
        .distinct();
  }

  private static List<MailId> newestFirst(List<MailId> ids) {
    return Stream.iterate(ids.size() - 1, i -> i >= 0, i -> i - 1).map(ids::get).toList();
  }
}
