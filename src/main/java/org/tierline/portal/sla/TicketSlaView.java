package org.tierline.portal.sla;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tierline.portal.Times;
import org.tierline.portal.ticket.SlaReportJson;
import org.tierline.sla.LedgerLine;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.Standing;
import org.tierline.sla.ladder.StepAction;
import org.tierline.ticket.Priority;

/** The promises of a ticket in sentences that can be read out on the phone. */
record TicketSlaView(
    long number,
    String subject,
    String asOf,
    List<Choice> priorities,
    @Nullable String rule,
    List<Target> targets,
    List<Step> steps,
    boolean hasSteps) {

  private static final int LINES_SHOWN_AT_ONCE = 12;

  /**
   * One target.
   *
   * @param headline when it is or was due
   * @param badge how it stands in two words
   * @param most the promised minutes, for the bar; {@code used} never goes beyond
   * @param sum where the time since its start went
   */
  record Target(
      String name,
      String headline,
      String badge,
      String badgeClass,
      long most,
      long used,
      String usedOf,
      String left,
      String started,
      String sum,
      String rule,
      List<Line> lines,
      boolean isShort) {}

  /** One line of the ledger. */
  record Line(
      String from,
      String to,
      String what,
      String length,
      String counted,
      String total,
      boolean ran) {}

  /** One step of the ladder that is still to come. */
  record Step(String at, String target, String what) {}

  /** One of the priorities a lead may choose. */
  record Choice(String code, String name, boolean isChosen) {}

  private static String words(Priority priority) {
    return priority.name().charAt(0) + priority.name().substring(1).toLowerCase(Locale.ROOT);
  }

  static TicketSlaView of(SlaReportJson report, ZoneId zone) {
    var words = new Words(zone, report.now());
    return new TicketSlaView(
        report.number(),
        report.subject(),
        words.time(report.now()),
        Arrays.stream(Priority.values())
            .map(each -> new Choice(each.name(), words(each), each == report.priority()))
            .toList(),
        report.rule(),
        report.targets().stream().map(words::target).toList(),
        report.nextSteps().stream().map(words::step).toList(),
        !report.nextSteps().isEmpty());
  }

  private record Words(ZoneId zone, Instant now) {

    String time(Instant at) {
      return Times.moment(at, zone);
    }

    Target target(SlaReportJson.TargetJson clock) {
      List<Line> lines = lines(clock.ledger());
      return new Target(
          name(clock.target()),
          headline(clock),
          badge(clock),
          badgeClass(clock),
          Math.max(1, clock.promised().toMinutes()),
          Math.min(clock.promised().toMinutes(), clock.consumed().toMinutes()),
          "%s of %s".formatted(Times.span(clock.consumed()), Times.span(clock.promised())),
          clock.remaining().isNegative()
              ? Times.span(clock.remaining()) + " too much"
              : Times.span(clock.remaining()) + " left",
          started(clock),
          sum(clock),
          clock.rule(),
          lines,
          lines.size() <= LINES_SHOWN_AT_ONCE);
    }

    private static String name(SlaTarget target) {
      return switch (target) {
        case FIRST_RESPONSE -> "First response";
        case NEXT_RESPONSE -> "Next response";
        case RESOLUTION -> "Solution";
        case CUSTOMER_UPDATE -> "News for the customer";
      };
    }

    private String headline(SlaReportJson.TargetJson clock) {
      return switch (clock.standing()) {
        case RUNNING -> "Due " + time(clock.dueAt());
        case PAUSED -> "No date while the clock stands";
        case OVER -> "Was due " + time(clock.dueAt());
      };
    }

    private String badge(SlaReportJson.TargetJson clock) {
      if (clock.standing() == Standing.OVER) {
        return clock.breached() ? "missed" : "kept";
      }
      if (clock.standing() == Standing.PAUSED) {
        return clock.breached() ? "missed, stands still" : "stands still";
      }
      String span = Times.span(Duration.between(now, clock.dueAt()));
      return clock.breached() ? span + " late" : "in " + span;
    }

    private String badgeClass(SlaReportJson.TargetJson clock) {
      if (clock.breached()) {
        return "critical";
      }
      if (clock.standing() != Standing.RUNNING) {
        return "low";
      }
      return now.isBefore(clock.warnAt()) ? "" : "high";
    }

    private String started(SlaReportJson.TargetJson clock) {
      String what =
          switch (clock.target()) {
            case FIRST_RESPONSE, RESOLUTION -> "the customer's first message";
            case NEXT_RESPONSE -> "the customer's message that is not answered yet";
            case CUSTOMER_UPDATE -> "the last the customer heard of us";
          };
      return "%s, %s".formatted(time(clock.since()), what);
    }

    /** Such as {@code the clock ran 3 h · paused: waiting for the customer 45 min}. */
    private String sum(SlaReportJson.TargetJson clock) {
      Map<String, Duration> spans = new LinkedHashMap<>();
      int moves = 0;
      for (SlaReportJson.LineJson line : clock.ledger()) {
        if (line.kind() == LedgerLine.Kind.MOVED) {
          moves++;
        } else {
          spans.merge(line.what(), Duration.between(line.from(), line.to()), Duration::plus);
        }
      }
      List<String> parts = new ArrayList<>();
      spans.forEach((what, span) -> parts.add(what + " " + Times.span(span)));
      if (moves > 0) {
        parts.add(
            moves == 1
                ? "the promise was changed once"
                : "the promise was changed " + moves + " times");
      }
      return String.join(" · ", parts);
    }

    private List<Line> lines(List<SlaReportJson.LineJson> ledger) {
      List<Line> lines = new ArrayList<>();
      Duration total = Duration.ZERO;
      for (SlaReportJson.LineJson line : ledger) {
        total = total.plus(line.counted());
        boolean moment = line.kind() == LedgerLine.Kind.MOVED;
        boolean ran = line.kind() == LedgerLine.Kind.RAN;
        lines.add(
            new Line(
                time(line.from()),
                moment ? "" : time(line.to()),
                line.what(),
                moment ? "" : Times.span(Duration.between(line.from(), line.to())),
                ran ? Times.span(line.counted()) : "–",
                Times.span(total),
                ran));
      }
      return lines;
    }

    Step step(SlaReportJson.StepJson step) {
      String actions = step.actions().stream().map(Words::action).collect(joining());
      return new Step(
          time(step.at()),
          name(step.target()),
          "told: %s%s".formatted(String.join(", ", step.tell()), actions));
    }

    private static String action(StepAction action) {
      return switch (action) {
        case NOTIFY -> "";
        case RAISE_PRIORITY -> "; the ticket becomes more urgent";
        case CALL_LEAD -> "; a lead has to decide";
      };
    }
  }
}
