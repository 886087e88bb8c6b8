package org.tierline.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tierline.ticket.Ticket;

/**
 * How everything we promised for one ticket stands at one moment. Derived from the ticket's history
 * and the promises made, never stored and never patched.
 *
 * @param policy what is promised now
 * @param targets one clock for each target that is or was to be reached: a response to what nobody
 *     has answered, the next word to a customer who has heard from us
 */
public record TicketClocks(SlaPolicy policy, List<TargetClock> targets, Instant now) {

  public TicketClocks {
    targets = List.copyOf(targets);
  }

  /**
   * @param promises in their order; at least one
   * @param calendars the opening times of a calendar by its name
   */
  static TicketClocks of(
      Ticket ticket,
      List<SlaPromise> promises,
      Function<String, OpeningTimes> calendars,
      Instant now) {
    var reader = new Reader(TicketStory.of(ticket), promises, calendars, now);
    return new TicketClocks(
        promises.get(promises.size() - 1).policy(),
        Arrays.stream(SlaTarget.values()).flatMap(target -> reader.read(target).stream()).toList(),
        now);
  }

  /** The clock of a target, if there is something to reach. */
  public Optional<TargetClock> of(SlaTarget target) {
    return targets.stream().filter(clock -> clock.target() == target).findAny();
  }

  /** When the next thing we owe the customer is due, whether we are late or not. */
  public Optional<Instant> nextDueAt() {
    return targets.stream()
        .filter(TargetClock::isRunning)
        .filter(clock -> clock.target() != SlaTarget.CUSTOMER_UPDATE)
        .map(clock -> clock.status().dueAt())
        .min(Instant::compareTo);
  }

  /** Reads the clocks of one ticket. */
  private record Reader(
      TicketStory story,
      List<SlaPromise> promises,
      Function<String, OpeningTimes> calendars,
      Instant now) {

    Optional<TargetClock> read(SlaTarget target) {
      return startOf(target)
          .flatMap(start -> reading(target, start, endOf(target)))
          .map(reading -> TargetClock.of(target, standing(reading), reading));
    }

    private Optional<Instant> startOf(SlaTarget target) {
      return switch (target) {
        case FIRST_RESPONSE -> Optional.of(story.unheardSince());
        case RESOLUTION -> Optional.of(story.openedAt());
        case NEXT_RESPONSE -> story.firstRespondedAt().flatMap(first -> story.unansweredSince());
        case CUSTOMER_UPDATE -> story.lastNewsAt();
      };
    }

    private Optional<Instant> endOf(SlaTarget target) {
      return target == SlaTarget.FIRST_RESPONSE
          ? story.firstRespondedAt().or(story::over)
          : story.over();
    }

    private Standing standing(TargetClock.Reading reading) {
      if (reading.history().end().isPresent()) {
        return Standing.OVER;
      }
      return reading.history().pauses().stream().anyMatch(pause -> pause.end().isEmpty())
          ? Standing.PAUSED
          : Standing.RUNNING;
    }

    private Optional<TargetClock.Reading> reading(
        SlaTarget target, Instant start, Optional<Instant> end) {
      List<SlaPromise> kept = new ArrayList<>();
      for (SlaPromise promise : promises) {
        if (!promise.at().isAfter(start)) {
          kept.clear(); // what counted before this clock started is nothing to it
        }
        kept.add(promise);
      }
      SlaPromise last = kept.get(kept.size() - 1);
      if (last.policy().promise(target, start).isEmpty()) {
        return Optional.empty();
      }
      kept.removeIf(promise -> promise.policy().promise(target, start).isEmpty());
      ClockHistory history = story.clockSince(start, at -> pauses(target, at), end);
      for (SlaPromise change : kept.subList(1, kept.size())) {
        history =
            history.changed(change.at(), promise(change, target, start), openingTimes(change));
      }
      SlaPromise first = kept.get(0);
      return Optional.of(
          new TargetClock.Reading(
              promise(first, target, start), openingTimes(first), history, now));
    }

    private static Promise promise(SlaPromise made, SlaTarget target, Instant start) {
      return made.policy().promise(target, start).orElseThrow();
    }

    private OpeningTimes openingTimes(SlaPromise promise) {
      return calendars.apply(promise.policy().calendar());
    }

    /** A customer wants to hear from us also, and most of all, while engineering works. */
    private boolean pauses(SlaTarget target, Instant at) {
      if (target == SlaTarget.CUSTOMER_UPDATE) {
        return false;
      }
      SlaPromise counting = promises.get(0);
      for (SlaPromise promise : promises) {
        if (!promise.at().isAfter(at)) {
          counting = promise;
        }
      }
      return counting.policy().pausesWithEngineering();
    }
  }
}
