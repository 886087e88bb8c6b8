package org.tierline.portal.request;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.files.FileSettings;
import org.tierline.portal.Pictures;
import org.tierline.portal.Times;
import org.tierline.sla.LedgerLine;
import org.tierline.sla.Pause;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.Standing;
import org.tierline.sla.TargetClock;
import org.tierline.sla.TicketClocks;
import org.tierline.ticket.Attachment;
import org.tierline.ticket.Author;
import org.tierline.ticket.Direction;
import org.tierline.ticket.Message;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/** A ticket in its customer's words: where it stands, what comes next, and what was said. */
record StatusView(
    String token,
    String number,
    String subject,
    String headline,
    String explanation,
    List<Step> steps,
    List<Fact> facts,
    List<Said> conversation,
    @Nullable Solution solution,
    boolean isOver,
    boolean mayReply,
    boolean isWaiting,
    boolean isNew,
    boolean isSent,
    boolean isConfirmed,
    @Nullable String replyError,
    @Nullable String filesError,
    String draft,
    String fileLimit) {

  /** In bytes; what is larger is for who asks for it. */
  private static final long MOST_SHOWN = 2 * 1024 * 1024;

  /** One of the four stations of every request. */
  record Step(String name, boolean isDone, boolean isNow) {}

  /** A name and what it says. */
  record Fact(String name, String value) {}

  /** What the agent says was done, to be checked by the customer. */
  record Solution(String text) {}

  /**
   * One message of the conversation.
   *
   * @param isTheirs whether it came to the desk, from the customer or somebody else
   */
  record Said(
      String author,
      String at,
      String isoAt,
      boolean isTheirs,
      String text,
      String fullText,
      List<File> files) {

    /** Whether quotes or a signature are not shown at first. */
    boolean isShortened() {
      return !fullText.strip().equals(text.strip());
    }

    boolean hasFiles() {
      return !files.isEmpty();
    }
  }

  /**
   * A file of a message.
   *
   * @param isPicture whether the page may show it
   */
  record File(String name, String size, String link, boolean isPicture) {}

  /** What just happened on the page, to be told at its top. */
  enum News {
    NOTHING,
    OPENED,
    SENT,
    CONFIRMED
  }

  /**
   * @param clocks of what was promised; empty before it was
   */
  static StatusView of(
      Ticket ticket, Optional<TicketClocks> clocks, ZoneId zone, News news, FileSettings files) {
    var clock = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH);
    var words = new Words(ticket, clocks, at -> clock.format(at.atZone(zone)));
    TicketStatus status = ticket.status();
    return new StatusView(
        ticket.statusToken().value(),
        ticket.number().toString(),
        ticket.subject(),
        words.headline(),
        words.explanation(),
        words.steps(),
        words.facts(),
        words.conversation(),
        status == TicketStatus.RESOLVED ? words.solution().orElse(null) : null,
        status == TicketStatus.RESOLVED && news != News.CONFIRMED,
        status != TicketStatus.RESOLVED,
        status == TicketStatus.WAITING_FOR_CUSTOMER,
        news == News.OPENED,
        news == News.SENT,
        news == News.CONFIRMED,
        null,
        null,
        "",
        FileSettings.words(files.mostBytes()));
  }

  StatusView refused(@Nullable String newReplyError, @Nullable String newFilesError, String typed) {
    return new StatusView(
        token,
        number,
        subject,
        headline,
        explanation,
        steps,
        facts,
        conversation,
        solution,
        isOver,
        mayReply,
        isWaiting,
        false,
        false,
        false,
        newReplyError,
        newFilesError,
        typed,
        fileLimit);
  }

  private record Words(
      Ticket ticket, Optional<TicketClocks> clocks, Function<Instant, String> time) {

    String headline() {
      return switch (ticket.status()) {
        case NEW -> "We have your request";
        case OPEN -> "We are working on it";
        case WAITING_FOR_CUSTOMER -> "We need an answer from you";
        case WITH_ENGINEERING -> "Our engineers are on it";
        case RESOLVED -> "We believe it is solved";
        case CLOSED -> "This request is closed";
      };
    }

    String explanation() {
      return switch (ticket.status()) {
        case NEW -> "It is being sorted and will be with the right person shortly.";
        case OPEN -> "A member of our team has it. You hear from us as soon as there is news.";
        case WAITING_FOR_CUSTOMER ->
            "We asked you something below and go on as soon as you answer. Until then the time we"
                + " promised stands still.";
        case WITH_ENGINEERING ->
            "We confirmed a defect on our side. You do not need to do anything; we tell you when it"
                + " is fixed.";
        case RESOLVED -> "Please check it. If everything works, there is nothing more to do.";
        case CLOSED ->
            "If it comes back, write here: soon after closing we pick it up again, later a new"
                + " request is opened that refers to this one.";
      };
    }

    List<Step> steps() {
      List<String> names = List.of("Received", "In progress", "Solved", "Closed");
      int now =
          switch (ticket.status()) {
            case NEW -> 0;
            case OPEN, WAITING_FOR_CUSTOMER, WITH_ENGINEERING -> 1;
            case RESOLVED -> 2;
            case CLOSED -> 3;
          };
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        steps.add(new Step(names.get(i), i < now, i == now));
      }
      return steps;
    }

    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact("Received", time.apply(ticket.createdAt())));
      boolean over =
          ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED;
      if (ticket.firstRespondedAt().isPresent()) {
        facts.add(new Fact("First answer", time.apply(ticket.firstRespondedAt().get())));
      } else if (!over) {
        ticket
            .firstResponseDueAt()
            .ifPresent(due -> facts.add(new Fact("First answer by", time.apply(due))));
      }
      if (ticket.resolvedAt().isPresent()) {
        facts.add(new Fact("Solved", time.apply(ticket.resolvedAt().get())));
      } else if (!over) {
        ticket
            .resolutionDueAt()
            .ifPresent(due -> facts.add(new Fact("Solution expected by", time.apply(due))));
      }
      ticket.closedAt().ifPresent(at -> facts.add(new Fact("Closed", time.apply(at))));
      clocks
          .flatMap(read -> read.of(SlaTarget.RESOLUTION))
          .ifPresent(clock -> facts.add(new Fact("Promised time", sum(clock))));
      return facts;
    }

    /** The sum in one line: what is used up of what was promised, and where the rest went. */
    private static String sum(TargetClock clock) {
      var status = clock.status();
      List<String> parts = new ArrayList<>();
      parts.add(
          "%s of %s%s used"
              .formatted(
                  Times.span(status.consumed()),
                  Times.span(status.promise().duration()),
                  status.promise().businessTime() ? " working time" : ""));
      add(parts, clock, line -> line.isPauseFor(Pause.FOR_CUSTOMER), "waited for your answer");
      add(parts, clock, line -> line.isPauseFor(Pause.FOR_ENGINEERING), "with our engineers");
      add(parts, clock, is(LedgerLine.Kind.CLOSED), "outside our working hours");
      add(parts, clock, is(LedgerLine.Kind.OVER), "solved, until it came back");
      if (clock.standing() == Standing.PAUSED) {
        parts.add("it stands still now");
      }
      return String.join("; ", parts);
    }

    private static Predicate<LedgerLine> is(LedgerLine.Kind kind) {
      return line -> line.kind() == kind;
    }

    private static void add(
        List<String> parts, TargetClock clock, Predicate<LedgerLine> which, String what) {
      Duration span =
          clock.status().ledger().stream()
              .filter(which)
              .map(LedgerLine::length)
              .reduce(Duration.ZERO, Duration::plus);
      if (!span.isZero()) {
        parts.add(Times.span(span) + " " + what);
      }
    }

    List<Said> conversation() {
      return ticket.messages().stream()
          .filter(message -> message.direction() != Direction.INTERNAL)
          .map(this::said)
          .toList();
    }

    /** Whom they write with in Cc, or pass our mails on to, they know by name. */
    private Said said(Message message) {
      return new Said(
          isCustomer(message.author()) ? "You" : message.author().name(),
          time.apply(message.at()),
          message.at().toString(),
          message.direction() == Direction.INBOUND,
          text(message),
          message.text(),
          message.attachments().stream().map(file -> file(message, file)).toList());
    }

    private boolean isCustomer(Author author) {
      return author.kind() == Author.Kind.CUSTOMER
          && author.id().equals(ticket.customer().toString());
    }

    private static String text(Message message) {
      return message.visibleReply().isBlank() ? message.text() : message.visibleReply();
    }

    private File file(Message message, Attachment file) {
      return new File(
          file.name(),
          size(file.size()),
          "/requests/%s/files/%s/%s"
              .formatted(ticket.statusToken().value(), message.id(), file.id()),
          Pictures.isPicture(file) && file.size() <= MOST_SHOWN);
    }

    private static String size(long bytes) {
      return bytes < 1024 * 1024
          ? Math.max(1, bytes / 1024) + " kB"
          : String.format(Locale.ENGLISH, "%.1f MB", bytes / (1024.0 * 1024));
    }

    Optional<Solution> solution() {
      return ticket.messages().stream()
          .filter(message -> message.purpose() == Purpose.SOLUTION)
          .reduce((earlier, later) -> later)
          .map(message -> new Solution(text(message)));
    }
  }
}
