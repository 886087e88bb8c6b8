package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.TicketNumber;

/**
 * Use case: change when the desk works from a date on, knowing before which running tickets that
 * moves.
 */
@ApplicationScoped
@Transactional
public class ChangeCalendar {

  private static final System.Logger LOG = System.getLogger(ChangeCalendar.class.getName());

  private static final int TICKETS_AT_ONCE = 500;
  private static final int MOST_MOVES_SHOWN = 20;

  private final CalendarVersions versions;
  private final PublicHolidays holidays;
  private final Iterable<RunningClocks> clocks;
  private final DeskSettings desk;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public ChangeCalendar(
      CalendarVersions versions,
      PublicHolidays holidays,
      Instance<RunningClocks> clocks,
      DeskSettings desk,
      Facts facts,
      Clock clock) {
    this(versions, holidays, (Iterable<RunningClocks>) clocks, desk, facts, clock);
  }

  ChangeCalendar(
      CalendarVersions versions,
      PublicHolidays holidays,
      Iterable<RunningClocks> clocks,
      DeskSettings desk,
      Facts facts,
      Clock clock) {
    this.versions = versions;
    this.holidays = holidays;
    this.clocks = clocks;
    this.desk = desk;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChangeCalendar() {
    this(null, null, (Iterable<RunningClocks>) null, null, null, null);
  }

  /** Says what the change would do; nothing is stored. */
  public CalendarImpact preview(CalendarChange change)
      throws ChangeInThePastException, CalendarChangedMeanwhileException {
    List<CalendarVersion> known = check(change);
    if (known.isEmpty()) {
      return new CalendarImpact(0, 0, 0, List.of());
    }
    BusinessCalendars today = new StoredCalendars(versions, holidays, desk);
    List<CalendarVersion> changed = new ArrayList<>(known);
    changed.add(version(change, "preview"));
    CalendarTimeline timeline =
        StoredCalendars.timeline(change.calendar(), changed, desk.zone(), holidays);
    return impact(change.calendar(), today, new WithOneChanged(today, timeline));
  }

  private CalendarImpact impact(
      String calendar, BusinessCalendars today, BusinessCalendars changed) {
    Instant now = now();
    Set<TicketNumber> running = new HashSet<>();
    List<CalendarImpact.Move> moves = new ArrayList<>();
    for (RunningClocks all : clocks) {
      List<RunningClock> some = all.countingBy(calendar, 0, TICKETS_AT_ONCE);
      while (!some.isEmpty()) {
        some.forEach(each -> running.add(each.ticket()));
        some.forEach(each -> addMove(moves, each, today, changed, now));
        some =
            all.countingBy(calendar, some.get(some.size() - 1).ticket().value(), TICKETS_AT_ONCE);
      }
    }
    return new CalendarImpact(
        running.size(),
        (int) moves.stream().map(CalendarImpact.Move::ticket).distinct().count(),
        moves.size(),
        moves.stream()
            .sorted(Comparator.comparing(CalendarImpact.Move::earlier))
            .limit(MOST_MOVES_SHOWN)
            .toList());
  }

  private static void addMove(
      List<CalendarImpact.Move> moves,
      RunningClock each,
      BusinessCalendars today,
      BusinessCalendars changed,
      Instant now) {
    SlaStatus before = each.status(today, now);
    SlaStatus after = each.status(changed, now);
    if (!before.dueAt().equals(after.dueAt())) {
      moves.add(
          new CalendarImpact.Move(
              each.ticket(), before.promise().target(), before.dueAt(), after.dueAt()));
    }
  }

  /** Saves the change; the due dates of running tickets follow. */
  public void save(CalendarChange change, String by)
      throws ChangeInThePastException, CalendarChangedMeanwhileException {
    check(change);
    CalendarVersion version = version(change, by);
    versions.add(version);
    facts.announce(new CalendarChanged(change.calendar(), version.number()));
    LOG.log(
        System.Logger.Level.INFO,
        "Calendar {0} is version {1} from {2} on, by {3}",
        change.calendar(),
        version.number(),
        change.validFrom(),
        by);
  }

  private CalendarVersion version(CalendarChange change, String by) {
    return new CalendarVersion(
        change.calendar(), change.basedOn() + 1, change.validFrom(), change.rules(), now(), by);
  }

  private List<CalendarVersion> check(CalendarChange change)
      throws ChangeInThePastException, CalendarChangedMeanwhileException {
    List<CalendarVersion> known = versions.of(change.calendar());
    int newest = known.isEmpty() ? 0 : known.get(known.size() - 1).number();
    if (change.basedOn() != newest) {
      throw new CalendarChangedMeanwhileException(change.calendar(), change.basedOn(), newest);
    }
    LocalDate today = LocalDate.ofInstant(now(), change.rules().zoneOr(desk.zone()));
    if (change.validFrom().isBefore(today)) {
      throw new ChangeInThePastException(change.validFrom(), today);
    }
    return known;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The calendars as they would be. */
  private record WithOneChanged(BusinessCalendars others, CalendarTimeline changed)
      implements BusinessCalendars {

    @Override
    public List<String> names() {
      return others.names();
    }

    @Override
    public Optional<CalendarTimeline> find(String name) {
      return name.equals(changed.name()) ? Optional.of(changed) : others.find(name);
    }
  }
}
