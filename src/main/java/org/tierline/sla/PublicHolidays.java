package org.tierline.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The public holidays of countries and their regions. A region is named by its country and what
 * lies below it, such as {@code de/by} for Bavaria; the tables are those of Jollyday.
 */
@ApplicationScoped
public class PublicHolidays {

  /** Countries, not the stock exchanges that are among the tables, too. */
  private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");

  private final Map<String, Map<Integer, Map<LocalDate, String>>> years = new ConcurrentHashMap<>();

  private volatile List<Region> regions = List.of();

  /** A country or a part of one, as people call it. */
  public record Region(String code, String name) {}

  /** All there are, by name. */
  public List<Region> regions() {
    if (regions.isEmpty()) {
      List<Region> found = new ArrayList<>();
      HolidayManager.getSupportedCalendarCodes().stream()
          .map(code -> code.toLowerCase(Locale.ROOT))
          .filter(code -> COUNTRY.matcher(code).matches())
          .forEach(code -> collect("", "", manager(code).getCalendarHierarchy(), found));
      found.sort(Comparator.comparing(Region::name));
      regions = List.copyOf(found);
    }
    return regions;
  }

  private static void collect(
      String parentCode, String parentName, CalendarHierarchy node, List<Region> found) {
    String code = parentCode + node.getId().toLowerCase(Locale.ROOT);
    String name = parentName + node.getDescription(Locale.ENGLISH);
    found.add(new Region(code, name));
    node.getChildren().values().forEach(child -> collect(code + "/", name + ", ", child, found));
  }

  /** What people call a region. */
  public Optional<String> name(String code) {
    return regions().stream()
        .filter(region -> region.code().equals(code))
        .map(Region::name)
        .findFirst();
  }

  /** The days off in a region, in any year. */
  Closures in(String region) {
    Map<Integer, Map<LocalDate, String>> known =
        years.computeIfAbsent(region, code -> new ConcurrentHashMap<>());
    return date ->
        Optional.ofNullable(
            known.computeIfAbsent(date.getYear(), year -> holidays(region, year)).get(date));
  }

  private static Map<LocalDate, String> holidays(String region, int year) {
    String[] path = region.split("/", -1);
    Map<LocalDate, String> holidays = new ConcurrentHashMap<>();
    for (Holiday holiday :
        manager(path[0])
            .getHolidays(
                Year.of(year),
                HolidayType.PUBLIC_HOLIDAY,
                Arrays.copyOfRange(path, 1, path.length))) {
      holidays.put(holiday.getDate(), holiday.getDescription(Locale.ENGLISH));
    }
    return Map.copyOf(holidays);
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }
}
