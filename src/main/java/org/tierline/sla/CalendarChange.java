package org.tierline.sla;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a lead wants a calendar to be from a date on.
 *
 * @param basedOn the version the lead saw when they wrote it; 0 for a new calendar
 */
public record CalendarChange(
    String calendar, int basedOn, LocalDate validFrom, CalendarRules rules) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public CalendarChange {
    if (!isName(calendar)) {
      throw new IllegalArgumentException("Not a name for a calendar: " + calendar);
    }
  }

  /** Names go into policies and addresses: small letters, digits and hyphens. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
