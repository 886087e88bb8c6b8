package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.DeskSettings;

@ApplicationScoped
class StoredCalendars implements BusinessCalendars {

  private final CalendarVersions versions;
  private final PublicHolidays holidays;
  private final DeskSettings desk;

  @Inject
  StoredCalendars(CalendarVersions versions, PublicHolidays holidays, DeskSettings desk) {
    this.versions = versions;
    this.holidays = holidays;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected StoredCalendars() {
    this(null, null, null);
  }

  @Override
  public List<String> names() {
    return versions.names();
  }

  @Override
  public Optional<CalendarTimeline> find(String name) {
    return Optional.of(versions.of(name))
        .filter(some -> !some.isEmpty())
        .map(some -> timeline(name, some, desk.zone(), holidays));
  }

  static CalendarTimeline timeline(
      String name, List<CalendarVersion> versions, ZoneId deskZone, PublicHolidays holidays) {
    return new CalendarTimeline(
        name,
        versions.stream()
            .map(
                version ->
                    new CalendarTimeline.Dated(
                        version.validFrom(),
                        version.rules().calendar(name, version.number(), deskZone, holidays)))
            .toList());
  }
}
