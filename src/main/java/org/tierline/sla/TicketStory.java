package org.tierline.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;

/**
 * What a ticket's history says to the clocks of its promises: when somebody else had to act, when
 * it was over and came back, and who spoke last. To the second, because people read these times and
 * timers wait for them.
 */
final class TicketStory {

  private final Ticket ticket;
  private final List<Pause> waits = new ArrayList<>();
  private final List<Pause> repairs = new ArrayList<>();
  private final List<ClockHistory.Reopening> reopenings = new ArrayList<>();
  private @Nullable Instant waitsSince;
  private @Nullable Instant repairedSince;
  private @Nullable Instant over;
  private @Nullable Instant toldAt;

  private TicketStory(Ticket ticket) {
    this.ticket = ticket;
  }

  static TicketStory of(Ticket ticket) {
    var story = new TicketStory(ticket);
    ticket.history().forEach(story::read);
    story.leave(null);
    return story;
  }

  private void read(HistoryEntry entry) {
    Instant at = second(entry.at());
    switch (entry.kind()) {
      case WAITING -> waitsSince = at;
      case BUG_CONFIRMED -> {
        repairedSince = at;
        toldAt = at;
      }
      case KEPT_POSTED -> toldAt = at;
      case BUG_OUTCOME -> {
        leave(at);
        toldAt = at;
      }
      case RESUMED, ESCALATED -> leave(at);
      case RESOLVED, CLOSED -> end(at);
      case REOPENED -> comeBack(at);
      case MERGED -> {
        if (isTheEndOf(entry)) {
          end(at);
        }
      }
      default -> {
        // moves no clock
      }
    }
  }

  /** The survivor of a merge has such an entry, too, and goes on. */
  private boolean isTheEndOf(HistoryEntry entry) {
    return ticket.mergedInto().isPresent()
        && ticket.history().stream()
            .filter(other -> other.kind() == HistoryKind.MERGED)
            .allMatch(other -> other.sequence() <= entry.sequence());
  }

  /** Whoever had to act has done so, or it no longer matters. */
  private void leave(@Nullable Instant at) {
    if (waitsSince != null) {
      waits.add(new Pause(waitsSince, at, Pause.FOR_CUSTOMER));
      waitsSince = null;
    }
    if (repairedSince != null) {
      repairs.add(new Pause(repairedSince, at, Pause.FOR_ENGINEERING));
      repairedSince = null;
    }
  }

  private void end(Instant at) {
    leave(at);
    if (over == null) {
      over = at;
    }
  }

  private void comeBack(Instant at) {
    if (over != null) {
      reopenings.add(new ClockHistory.Reopening(over, at));
      over = null;
    }
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Since when the customer waits for a solution. */
  Instant openedAt() {
    return second(ticket.clockFrom());
  }

  /** Since when the customer waits, or waited, for our first words. */
  Instant unheardSince() {
    return second(ticket.responseClockFrom());
  }

  Optional<Instant> firstRespondedAt() {
    return ticket.exchange().firstRespondedAt().map(TicketStory::second);
  }

  /** The first message of the customer since our last word to them. */
  Optional<Instant> unansweredSince() {
    return ticket.exchange().unansweredSince().map(TicketStory::second);
  }

  /**
   * When the customer last heard how it goes: an agent wrote, or the desk said by itself that a
   * defect stands behind it, what became of that, or that we are still at it.
   */
  Optional<Instant> lastNewsAt() {
    return Stream.concat(
            ticket.exchange().lastWordAt().stream(), Optional.ofNullable(toldAt).stream())
        .map(TicketStory::second)
        .max(Comparator.naturalOrder());
  }

  /** When it was over, if it is. */
  Optional<Instant> over() {
    return Optional.ofNullable(over);
  }

  /**
   * What happened to a clock that started at an instant.
   *
   * @param repairPauses whether a repair that engineering began then stops it
   * @param ended when its target was reached or became pointless
   */
  ClockHistory clockSince(Instant start, Predicate<Instant> repairPauses, Optional<Instant> ended) {
    List<Pause> pauses = new ArrayList<>(waits);
    repairs.stream().filter(repair -> repairPauses.test(repair.from())).forEach(pauses::add);
    return new ClockHistory(
        start,
        // once a promise is kept, later pauses must not move the date it was due
        pauses.stream().filter(pause -> isBefore(pause.from(), ended)).toList(),
        List.of(),
        reopenings.stream()
            .filter(back -> isBefore(back.endedAt(), ended) && back.at().isAfter(start))
            .toList(),
        ended.orElse(null));
  }

  private static boolean isBefore(Instant at, Optional<Instant> end) {
    return end.isEmpty() || at.isBefore(end.get());
  }
}
