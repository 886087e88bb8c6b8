package org.tierline.portal.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.Hearer;
import org.tierline.sla.LedgerLine;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.Standing;
import org.tierline.sla.TargetClock;
import org.tierline.sla.ladder.Deadlines;
import org.tierline.sla.ladder.DueStep;
import org.tierline.sla.ladder.StepAction;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;

/**
 * What we promised for a ticket, how it stands, and the sum behind every date.
 *
 * @param paused we wait for the customer, and the clock with us
 * @param rule the row of the policy table and its version; null while nothing is promised
 * @param nextSteps what the ladder still has to do, the next step first
 */
public record SlaReportJson(
    long number,
    String subject,
    Priority priority,
    SlaJson.TargetJson firstResponse,
    SlaJson.TargetJson resolution,
    boolean paused,
    Instant now,
    @Nullable String rule,
    @Nullable String ladder,
    List<TargetJson> targets,
    List<StepJson> nextSteps) {

  /**
   * One target and its clock.
   *
   * @param since what started the clock
   * @param dueAt while the clock stands: if work went on at once
   * @param consumed what counts of the time since then
   * @param remaining negative by what was used beyond the promise
   * @param endedAt when it was reached, or over with the ticket
   * @param calendar null when day and night count
   */
  public record TargetJson(
      SlaTarget target,
      Standing standing,
      Instant since,
      Duration promised,
      Instant dueAt,
      Instant warnAt,
      Duration consumed,
      Duration remaining,
      boolean breached,
      @Nullable Instant endedAt,
      String rule,
      @Nullable String calendar,
      List<LineJson> ledger) {

    static TargetJson of(TargetClock clock) {
      var status = clock.status();
      var promise = status.promise();
      return new TargetJson(
          clock.target(),
          clock.standing(),
          clock.since(),
          promise.duration(),
          status.dueAt(),
          status.warnAt(),
          status.consumed(),
          status.remaining(),
          status.isBreached(),
          clock.endedAt().orElse(null),
          promise.rule(),
          promise.businessTime() ? promise.calendar() : null,
          status.ledger().stream().map(LineJson::of).toList());
    }
  }

  /** One line of the sum. */
  public record LineJson(
      Instant from, Instant to, LedgerLine.Kind kind, String what, Duration counted) {

    static LineJson of(LedgerLine line) {
      return new LineJson(line.from(), line.to(), line.kind(), line.what(), line.counted());
    }
  }

  /** One step that is still to be taken. */
  public record StepJson(
      SlaTarget target, String step, Instant at, List<String> tell, List<StepAction> actions) {

    static StepJson of(DueStep due) {
      return new StepJson(
          due.clock().target(),
          due.step().name(),
          due.at(),
          due.step().tell().stream()
              .sorted()
              .map(Hearer::name)
              .map(name -> name.toLowerCase(Locale.ROOT))
              .toList(),
          due.step().actions().stream().sorted().toList());
    }
  }

  static SlaReportJson of(Ticket ticket, @Nullable Deadlines deadlines, Instant now) {
    SlaJson heading = SlaJson.of(ticket, deadlines == null ? null : deadlines.clocks());
    return new SlaReportJson(
        ticket.number().value(),
        ticket.subject(),
        ticket.priority(),
        heading.firstResponse(),
        heading.resolution(),
        heading.paused(),
        now,
        deadlines == null ? null : deadlines.clocks().policy().rule(),
        deadlines == null ? null : deadlines.clocks().policy().ladder(),
        deadlines == null
            ? List.of()
            : deadlines.clocks().targets().stream().map(TargetJson::of).toList(),
        deadlines == null ? List.of() : deadlines.steps().stream().map(StepJson::of).toList());
  }
}
