package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tierline.intake.Conversations.Begun;
import org.tierline.intake.Conversations.Expected;
import org.tierline.intake.Conversations.Second;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketStatus;

/**
 * Thousands of made-up conversations take the way of a mail: how often does the desk find the right
 * one, and does anybody get into one where they have no business? Needs no collection of mails.
 */
class ThreadingEvaluationTest {

  private static final int CONVERSATIONS = 6_000;
  private static final int AT_ONE_DESK = 40;

  private final Random random = new Random(20261124);
  private final Conversations conversations = new Conversations(random);
  private final List<String> mistakes = new ArrayList<>();
  private int right;
  private int hijacks;

  @Test
  void findsTheRightConversationAndLetsNobodyIntoAnother() {
    for (int i = 0; i < CONVERSATIONS / AT_ONE_DESK; i++) {
      holdConversations(new ThreadingDesk());
    }

    int mails = right + mistakes.size();
    System.out.printf(
        Locale.ROOT,
        "threading                %,d conversations, %,d answers: %.2f %% right, %d hijacks%n",
        CONVERSATIONS,
        mails,
        100.0 * right / mails,
        hijacks);
    assertThat(hijacks).as("hijacks, among %s", mistakes).isZero();
    assertThat(1.0 * right / mails).as(mistakes.toString()).isGreaterThanOrEqualTo(0.995);
  }

  /** All begin before the first goes on, so that an answer can get lost among them. */
  private void holdConversations(ThreadingDesk desk) {
    List<Begun> begun = new ArrayList<>();
    for (int i = 0; i < AT_ONE_DESK; i++) {
      begun.add(begin(desk, i));
    }
    Collections.shuffle(begun, random);
    begun.forEach(conversation -> goOn(desk, conversation));
  }

  private Begun begin(ThreadingDesk desk, int i) {
    String customer = "carla." + i + "@customer.example";
    String copied = "carla." + i + "@home.example";
    String firstId = "<first." + i + "." + random.nextLong() + "@customer.example>";
    String first = conversations.first(customer, copied, firstId);
    Ticket ticket = desk.tickets.get(desk.take(first).ticket().orElseThrow());
    OutgoingMail ours = desk.postbox.acknowledge(ticket);
    if (random.nextBoolean()) {
      ours = desk.postbox.answer(ticket);
    }
    return new Begun(customer, copied, firstId, first, ticket, ours);
  }

  private void goOn(ThreadingDesk desk, Begun begun) {
    Ticket ticket = begun.ticket();
    Second second = conversations.next(begun);
    boolean closed = random.nextInt(5) == 0;
    boolean longAgo = closed && random.nextBoolean();
    if (closed) {
      ticket.close("solved", desk.clock.instant().minus(Duration.ofDays(longAgo ? 15 : 13)));
    }
    Ticket home = random.nextInt(8) == 0 ? mergedIntoAnother(desk, ticket) : ticket;
    int messagesElsewhere = messages(desk) - home.messages().size();
    int messages = home.messages().size();

    ReceivedMail end = desk.take(second.raw());

    Expected expected =
        longAgo && home == ticket && second.expected() == Expected.JOINS
            ? Expected.OPENS_BESIDE
            : second.expected();
    if (expected == whatHappened(desk, end, ticket, home)) {
      right++;
    } else {
      mistakes.add(second.kind() + ": " + end.state() + ", " + end.reason().orElse(""));
    }
    boolean joined = home.messages().size() > messages;
    boolean woken = closed && ticket.status() != TicketStatus.CLOSED;
    boolean intoAnother =
        messages(desk) - home.messages().size() - messagesElsewhere
            > (end.state() == MailState.TICKET_CREATED ? 1 : 0);
    boolean asStaff =
        desk.tickets.all().stream()
            .flatMap(t -> t.messages().stream())
            .filter(message -> message.purpose() != Purpose.REQUEST)
            .anyMatch(message -> !message.text().startsWith("Merged from"));
    if ((expected != Expected.JOINS && (joined || woken)) || intoAnother || asStaff) {
      hijacks++;
    }
  }

  /** Closed or not, if there is an open one to merge it into. */
  private Ticket mergedIntoAnother(ThreadingDesk desk, Ticket ticket) {
    List<Ticket> open =
        desk.tickets.all().stream()
            .filter(other -> other != ticket && !other.status().isFinished())
            .toList();
    if (open.isEmpty()) {
      return ticket;
    }
    Ticket survivor = open.get(random.nextInt(open.size()));
    desk.merge(ticket, survivor);
    return survivor;
  }

  private static int messages(ThreadingDesk desk) {
    return desk.tickets.all().stream().mapToInt(ticket -> ticket.messages().size()).sum();
  }

  private static Expected whatHappened(
      ThreadingDesk desk, ReceivedMail end, Ticket ticket, Ticket home) {
    return switch (end.state()) {
      case APPENDED ->
          end.ticket().filter(home.id()::equals).isPresent()
              ? Expected.JOINS
              : Expected.IS_OURS; // never expected of a mail that joins
      case TICKET_CREATED ->
          names(desk, end.ticket().orElseThrow(), ticket)
                  || names(desk, end.ticket().orElseThrow(), home)
              ? Expected.OPENS_BESIDE
              : Expected.OPENS;
      case DUPLICATE -> Expected.IS_SEEN_BEFORE;
      case SUPPRESSED -> Expected.IS_OURS;
      case QUARANTINED, RECEIVED, UNFETCHED -> Expected.WAITS_FOR_A_LEAD;
    };
  }

  private static boolean names(ThreadingDesk desk, TicketId opened, Ticket other) {
    return desk.tickets.get(opened).history().stream()
        .filter(entry -> entry.kind() == HistoryKind.LINKED)
        .anyMatch(entry -> entry.what().equals("relates to " + other.number()));
  }
}
