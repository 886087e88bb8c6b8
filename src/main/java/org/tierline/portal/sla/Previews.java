package org.tierline.portal.sla;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.BusinessCalendar;
import org.tierline.sla.BusinessCalendars;
import org.tierline.sla.ClockHistory;
import org.tierline.sla.DueOutOfReachException;
import org.tierline.sla.OpeningTimes;
import org.tierline.sla.Pause;
import org.tierline.sla.Promise;
import org.tierline.sla.SlaStatus;
import org.tierline.sla.SlaTarget;

/** Answers what the clock of a ticket would show; the clock is that of all tickets. */
@ApplicationScoped
@Transactional
public class Previews {

  private static final int MOST_PAUSES = 1_000;
  private static final Duration LONGEST_LEDGER = Duration.ofDays(20 * 366L);
  private static final Duration LONGEST_TARGET = Duration.ofDays(100 * 366L);
  private static final String USUAL_WARNING = "PT30M";

  private final BusinessCalendars calendars;
  private final Clock clock;

  @Inject
  public Previews(BusinessCalendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Previews() {
    this(null, null);
  }

  /**
   * @throws org.tierline.portal.ProblemException naming every field that cannot be understood
   */
  SlaStatus answer(PreviewRequest question) {
    var complaints = new Complaints();
    boolean businessTime = question.businessTime() == null || question.businessTime();
    Optional<? extends OpeningTimes> calendar =
        calendar(question.calendar(), businessTime, complaints);
    Optional<Instant> openedAt = complaints.instant("openedAt", question.openedAt());
    Optional<Duration> target = target(question.target(), complaints);
    Optional<Duration> warnBefore = warnBefore(question.warnBefore(), complaints);
    Optional<Instant> now =
        question.now() == null
            ? Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS))
            : complaints.instant("now", question.now());
    List<Pause> pauses = pauses(question.pauses(), complaints);
    if (openedAt.isPresent()
        && now.isPresent()
        && now.get().isAfter(openedAt.get().plus(LONGEST_LEDGER))) {
      complaints.add("now", "must lie within 20 years after openedAt");
    }
    complaints.demandNone();

    Instant opened = openedAt.orElseThrow();
    Promise promise =
        new Promise(
            SlaTarget.RESOLUTION,
            target.orElseThrow(),
            businessTime,
            name(question.calendar()),
            opened,
            "the question",
            warnBefore.orElseThrow());
    var history = new ClockHistory(opened, pauses, List.of(), List.of(), null);
    try {
      return SlaStatus.of(promise, calendar.orElseThrow(), history, now.orElseThrow());
    } catch (DueOutOfReachException e) {
      complaints.add("target", "is not used up within a hundred years");
      complaints.demandNone();
      throw e;
    }
  }

  /** As the ledger calls it. */
  private static String name(@Nullable JsonNode calendar) {
    return calendar != null && calendar.isTextual() ? calendar.textValue() : "you gave";
  }

  private Optional<? extends OpeningTimes> calendar(
      @Nullable JsonNode calendar, boolean businessTime, Complaints complaints) {
    if (calendar == null || calendar.isNull()) {
      if (businessTime) {
        complaints.add("calendar", "must be given for business time");
      }
      return Optional.of(BusinessCalendar.aroundTheClock(ZoneOffset.UTC));
    }
    if (calendar.isTextual()) {
      Optional<? extends OpeningTimes> stored = calendars.find(calendar.textValue());
      if (stored.isEmpty()) {
        complaints.add("calendar", "is none of " + String.join(", ", calendars.names()));
      }
      return stored;
    }
    if (!calendar.isObject()) {
      complaints.add("calendar", "must be a calendar or the name of one");
      return Optional.empty();
    }
    return CalendarQuestion.read(calendar, complaints);
  }

  private static Optional<Duration> target(@Nullable String text, Complaints complaints) {
    Optional<Duration> target = complaints.duration("target", text);
    if (target.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
      complaints.add("target", "must be more than no time");
    }
    if (target.filter(time -> time.compareTo(LONGEST_TARGET) > 0).isPresent()) {
      complaints.add("target", "must be less than a hundred years");
    }
    return target;
  }

  private static Optional<Duration> warnBefore(@Nullable String text, Complaints complaints) {
    Optional<Duration> warnBefore =
        complaints.duration("warnBefore", text == null ? USUAL_WARNING : text);
    if (warnBefore.filter(Duration::isNegative).isPresent()) {
      complaints.add("warnBefore", "must not be negative");
    }
    if (warnBefore.filter(time -> time.compareTo(LONGEST_TARGET) > 0).isPresent()) {
      complaints.add("warnBefore", "must be less than a hundred years");
    }
    return warnBefore;
  }

  private static List<Pause> pauses(
      @Nullable List<PreviewRequest.@Nullable PauseJson> given, Complaints complaints) {
    List<Pause> pauses = new ArrayList<>();
    if (given == null) {
      return pauses;
    }
    if (given.size() > MOST_PAUSES) {
      complaints.add("pauses", "must be no more than %,d".formatted(MOST_PAUSES));
      return pauses;
    }
    for (int i = 0; i < given.size(); i++) {
      String field = "pauses[%d]".formatted(i);
      PreviewRequest.PauseJson pause = given.get(i);
      if (pause == null) {
        complaints.add(field, "must be given");
        continue;
      }
      Optional<Instant> from = complaints.instant(field + ".from", pause.from());
      Optional<Instant> to =
          pause.to() == null ? Optional.empty() : complaints.instant(field + ".to", pause.to());
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        complaints.add(field + ".to", "must not lie before from");
      } else if (from.isPresent()) {
        pauses.add(new Pause(from.get(), to.orElse(null), "as asked"));
      }
    }
    return pauses;
  }
}
