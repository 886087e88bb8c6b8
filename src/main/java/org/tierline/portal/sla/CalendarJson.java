package org.tierline.portal.sla;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.CalendarRules;
import org.tierline.sla.CalendarVersion;

/**
 * A calendar of the desk with all its versions.
 *
 * @param versions the newest last
 */
record CalendarJson(String name, List<VersionJson> versions) {

  /**
   * What a calendar is from a date on.
   *
   * @param zone not given for the zone of the desk
   * @param publicHolidays the region whose public holidays are off, such as {@code de/by}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionJson(
      int number,
      LocalDate validFrom,
      @Nullable String zone,
      Map<String, List<String>> hours,
      @Nullable String publicHolidays,
      Map<LocalDate, String> closures) {

    private static VersionJson of(CalendarVersion version) {
      CalendarRules rules = version.rules();
      return new VersionJson(
          version.number(),
          version.validFrom(),
          rules.zone() == null ? null : rules.zone().getId(),
          rules.hours().entrySet().stream()
              .collect(
                  toMap(
                      day -> day.getKey().name().substring(0, 3),
                      day -> day.getValue().stream().map(Object::toString).toList(),
                      (a, b) -> a,
                      LinkedHashMap::new)),
          rules.holidays(),
          new TreeMap<>(rules.closures()));
    }
  }

  static CalendarJson of(String name, List<CalendarVersion> versions) {
    return new CalendarJson(name, versions.stream().map(VersionJson::of).toList());
  }
}
