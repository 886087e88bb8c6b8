package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tierline.agent.Agents;
import org.tierline.bugtracking.BugConfirmed;
import org.tierline.bugtracking.BugOutcomeRecorded;
import org.tierline.customer.Customer;
import org.tierline.customer.Customers;
import org.tierline.escalation.TicketEscalated;
import org.tierline.intake.Correspondence;
import org.tierline.intake.FilesRefused;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.survey.SurveyInvited;
import org.tierline.ticket.Author;
import org.tierline.ticket.CustomerReminded;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAcknowledged;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketResolved;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/**
 * Keeps the customer informed. What no person wrote is not sent where no person reads it, nor where
 * mails come back.
 */
@ApplicationScoped
public class TellCustomer {

  static final int MOST_STARS = 5;

  private static final Duration DAY = Duration.ofDays(1);

  /** The step of the ladder at which our word to the customer is due. */
  private static final String UPDATE_IS_DUE = "PT0S";

  private final Postbox postbox;
  private final Tickets tickets;
  private final Customers customers;
  private final Agents agents;
  private final Correspondence correspondence;
  private final AcknowledgementBrake brake;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  TellCustomer(
      Postbox postbox,
      Tickets tickets,
      Customers customers,
      Agents agents,
      Correspondence correspondence,
      AcknowledgementBrake brake,
      DeskSettings desk,
      Clock clock) {
    this.postbox = postbox;
    this.tickets = tickets;
    this.customers = customers;
    this.agents = agents;
    this.correspondence = correspondence;
    this.brake = brake;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TellCustomer() {
    this(null, null, null, null, null, null, null, null);
  }

  /** Repeats nothing of what the sender wrote: the address may be somebody else's. */
  void acknowledge(@Observes TicketAcknowledged fact) {
    Ticket ticket = tickets.get(fact.ticket());
    nobodyReads(ticket)
        .or(() -> isTooMuch(ticket))
        .ifPresentOrElse(why -> noteSilence(ticket, why), () -> acknowledge(ticket));
  }

  private Optional<String> isTooMuch(Ticket ticket) {
    return brake
        .refuses(customers.get(ticket.customer()).email())
        .map(why -> "too many acknowledgements: " + why);
  }

  private void acknowledge(Ticket ticket) {
    postbox.toCustomer(
        ticket,
        AutoSubmitted.AUTO_REPLIED,
        "acknowledgement",
        ticket.firstResponseDueAt().map(due -> Map.of("expected", due)).orElse(Map.of()));
  }

  private void noteSilence(Ticket ticket, String why) {
    ticket.note(
        HistoryKind.MAIL_REPORTED,
        Author.DESK,
        "no acknowledgement was mailed",
        why,
        clock.instant());
  }

  /**
   * Whoever sent them believes we have them, and need not be the customer; once a day says it.
   * Their names are the sender's words, and only on the page.
   */
  void tellOfRefusedFiles(@Observes FilesRefused fact) {
    Ticket ticket = tickets.get(fact.ticket());
    String told = "told %s that files were not kept".formatted(fact.sender());
    boolean reached =
        customers.findByEmail(fact.sender()).flatMap(Customer::mailFailsSince).isEmpty();
    if (fact.mayAnswer()
        && reached
        && !wasSaidToday(ticket, told)
        && brake.refuses(fact.sender()).isEmpty()) {
      postbox.toParticipant(
          ticket,
          fact.sender(),
          AutoSubmitted.AUTO_REPLIED,
          "files-refused",
          Map.of("files", fact.files(), "several", fact.files() > 1));
      ticket.note(HistoryKind.MAIL_REPORTED, Author.DESK, told, null, clock.instant());
    }
  }

  private boolean wasSaidToday(Ticket ticket, String what) {
    Instant yesterday = clock.instant().minus(DAY);
    return ticket.history().stream()
        .anyMatch(entry -> entry.what().equals(what) && entry.at().isAfter(yesterday));
  }

  void passOn(@Observes MessageWritten fact) {
    if (fact.purpose() == Purpose.REPLY || fact.purpose() == Purpose.QUESTION) {
      Ticket ticket = tickets.get(fact.ticket());
      Message message =
          ticket.messages().stream()
              .filter(candidate -> candidate.id().equals(fact.message()))
              .findFirst()
              .orElseThrow();
      boolean question = fact.purpose() == Purpose.QUESTION;
      send(
          ticket,
          message,
          "message",
          Map.of("lines", lines(message), "agent", message.author().name(), "question", question));
    }
  }

  /** To each reader a mail of their own, so that what each answers is theirs. */
  private void send(Ticket ticket, Message message, String template, Map<String, ?> values) {
    MailId id = postbox.toCustomer(ticket, AutoSubmitted.NO, template, values);
    for (EmailAddress copied : message.copies()) {
      postbox.toParticipant(ticket, copied, AutoSubmitted.NO, template, values);
    }
    message.leftAs(id.value());
  }

  void announceSolution(@Observes TicketResolved fact) {
    Ticket ticket = tickets.get(fact.ticket());
    Optional<Message> solution =
        ticket.messages().stream()
            .filter(message -> message.purpose() == Purpose.SOLUTION)
            .reduce((earlier, later) -> later);
    if (solution.isEmpty()) {
      tell(fact.ticket(), "resolved", Map.of());
      return;
    }
    send(
        ticket,
        solution.get(),
        "resolved",
        Map.of("lines", lines(solution.get()), "agent", solution.get().author().name()));
  }

  void announceSpecialist(@Observes TicketEscalated fact) {
    fact.expectation()
        .ifPresent(
            expectation ->
                tell(
                    fact.ticket(),
                    "escalated",
                    Map.of(
                        "hoursFrom", expectation.fromHours(), "hoursTo", expectation.toHours())));
  }

  void announceBug(@Observes BugConfirmed fact) {
    Map<String, Instant> news =
        tickets
            .get(fact.ticket())
            .customerUpdateDueAt()
            .filter(clock.instant()::isBefore)
            .map(at -> Map.of("expected", at))
            .orElse(Map.of());
    tell(fact.ticket(), "bug-confirmed", news);
  }

  void announceBugOutcome(@Observes BugOutcomeRecorded fact) {
    Map<String, Boolean> outcome =
        switch (fact.outcome()) {
          case FIXED -> Map.of("fixed", true);
          case WORKAROUND -> Map.of("workaround", true);
          case REJECTED -> Map.of("rejected", true);
        };
    tell(fact.ticket(), "bug-outcome", outcome);
  }

  /**
   * The promised sign of life, at the moment it is due; the next one is due an interval later. It
   * says facts only; what there is to explain an agent explains, who is asked for it at the same
   * time. Where it cannot go the silence lasts, and the ladder climbs on.
   */
  void keepPosted(@Observes CustomerUpdateDue fact) {
    if (!fact.step().equals(UPDATE_IS_DUE)) {
      return;
    }
    Ticket ticket = tickets.get(fact.ticket());
    Map<String, Object> values = new HashMap<>();
    values.put("age", Duration.between(ticket.createdAt(), clock.instant()));
    values.put("engineering", ticket.status() == TicketStatus.WITH_ENGINEERING);
    if (ticket.status() == TicketStatus.OPEN) {
      ticket
          .assignee()
          .flatMap(agents::find)
          .ifPresent(agent -> values.put("agent", agent.displayName()));
    }
    ifAPersonReads(
        fact.ticket(),
        reached -> {
          postbox.toCustomer(reached, AutoSubmitted.AUTO_GENERATED, "progress", values);
          reached.keepPosted(clock.instant());
        });
  }

  void remind(@Observes CustomerReminded fact) {
    fact.closing()
        .ifPresentOrElse(
            closing -> tell(fact.ticket(), "last-reminder", Map.of("closing", closing)),
            () -> tell(fact.ticket(), "reminder", Map.of()));
  }

  void inviteToSurvey(@Observes SurveyInvited fact) {
    String page = "/survey/" + fact.token();
    List<Map<String, Object>> votes =
        IntStream.rangeClosed(1, MOST_STARS)
            .mapToObj(
                stars ->
                    Map.<String, Object>of(
                        "stars", stars,
                        "label", "★".repeat(stars),
                        "link", desk.link(page + "?stars=" + stars).toString()))
            .toList();
    tell(fact.ticket(), "survey", Map.of("votes", votes, "surveyLink", desk.link(page).toString()));
  }

  /** What the desk says of its own accord. */
  private void tell(TicketId id, String template, Map<String, ?> values) {
    ifAPersonReads(
        id, ticket -> postbox.toCustomer(ticket, AutoSubmitted.AUTO_GENERATED, template, values));
  }

  private void ifAPersonReads(TicketId id, Consumer<Ticket> letter) {
    Ticket ticket = tickets.get(id);
    if (nobodyReads(ticket).isEmpty()) {
      letter.accept(ticket);
    }
  }

  /** Why the desk says nothing of its own accord. */
  private Optional<String> nobodyReads(Ticket ticket) {
    if (!correspondence.mayAnswerAutomatically(ticket.id())) {
      return Optional.of("a machine may have written it, or a lead took it in");
    }
    return customers
        .get(ticket.customer())
        .mailFailsSince()
        .map(since -> "mail does not reach the customer");
  }

  private static List<String> lines(Message message) {
    return message.text().lines().toList();
  }
}
