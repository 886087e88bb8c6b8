package org.tierline.sla.ladder;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.Standing;
import org.tierline.sla.TargetClock;
import org.tierline.sla.TicketClocks;
import org.tierline.ticket.DueDates;

/**
 * What has a date for a ticket: until when we have to do what we promised, and which steps of its
 * ladder are still to be taken. Derived like the clocks it is read from.
 *
 * @param steps those to be taken while the clocks run, the next one first
 */
public record Deadlines(TicketClocks clocks, List<DueStep> steps) {

  static Deadlines of(TicketClocks clocks, Ladder ladder, List<TakenStep> taken) {
    return new Deadlines(
        clocks,
        clocks.targets().stream()
            .filter(TargetClock::isRunning)
            .flatMap(
                clock ->
                    ladder.stepsOver(clock.status().promise()).stream()
                        .map(step -> DueStep.of(clock, step)))
            .filter(due -> taken.stream().noneMatch(step -> isSame(step, due)))
            .sorted(Comparator.comparing(DueStep::at).thenComparing(DueStep::offset))
            .toList());
  }

  private static boolean isSame(TakenStep taken, DueStep due) {
    return taken.target() == due.clock().target()
        && taken.since().equals(due.clock().since())
        && taken.step().equals(due.step().name())
        && taken.covers(due.at());
  }

  /** Until when somebody has to act on the ticket; it may be past. */
  public Optional<Instant> nextDueAt() {
    return clocks.nextDueAt();
  }

  /** When the next step of the ladder is to be taken; it may be past. */
  public Optional<Instant> nextStepAt() {
    return steps.stream().map(DueStep::at).findFirst();
  }

  /**
   * The copy of the dates that the ticket shows. While a clock stands its date moves with every
   * second, so there is none to show.
   */
  public DueDates dates() {
    return new DueDates(
        dateOf(SlaTarget.FIRST_RESPONSE, clock -> clock.standing() != Standing.PAUSED),
        dateOf(SlaTarget.NEXT_RESPONSE, TargetClock::isRunning),
        dateOf(SlaTarget.RESOLUTION, clock -> clock.standing() != Standing.PAUSED),
        dateOf(SlaTarget.CUSTOMER_UPDATE, TargetClock::isRunning),
        nextStepAt().orElse(null));
  }

  private @Nullable Instant dateOf(SlaTarget target, Predicate<TargetClock> hasDate) {
    return clocks.of(target).filter(hasDate).map(clock -> clock.status().dueAt()).orElse(null);
  }
}
