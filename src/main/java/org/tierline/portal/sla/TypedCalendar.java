package org.tierline.portal.sla;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;

/** The fields of the form of a calendar, as a browser sends them. */
public class TypedCalendar {

  @FormParam("name")
  @DefaultValue("")
  String name = "";

  @FormParam("basedOn")
  @DefaultValue("")
  String basedOn = "";

  @FormParam("validFrom")
  @DefaultValue("")
  String validFrom = "";

  @FormParam("zone")
  @DefaultValue("")
  String zone = "";

  @FormParam("holidays")
  @DefaultValue("")
  String holidays = "";

  @FormParam("closures")
  @DefaultValue("")
  String closures = "";

  @FormParam("MONDAY")
  @DefaultValue("")
  String monday = "";

  @FormParam("TUESDAY")
  @DefaultValue("")
  String tuesday = "";

  @FormParam("WEDNESDAY")
  @DefaultValue("")
  String wednesday = "";

  @FormParam("THURSDAY")
  @DefaultValue("")
  String thursday = "";

  @FormParam("FRIDAY")
  @DefaultValue("")
  String friday = "";

  @FormParam("SATURDAY")
  @DefaultValue("")
  String saturday = "";

  @FormParam("SUNDAY")
  @DefaultValue("")
  String sunday = "";

  CalendarForm form() {
    Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, hours(day).strip());
    }
    return new CalendarForm(
        name.strip(),
        basedOn.matches("\\d{1,6}") ? Integer.parseInt(basedOn) : 0,
        validFrom.strip(),
        zone.strip(),
        holidays.strip(),
        week,
        closures.strip(),
        Map.of());
  }

  private String hours(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> monday;
      case TUESDAY -> tuesday;
      case WEDNESDAY -> wednesday;
      case THURSDAY -> thursday;
      case FRIDAY -> friday;
      case SATURDAY -> saturday;
      case SUNDAY -> sunday;
    };
  }
}
