package org.tierline.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them. */
final class Wording {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (zzzz)", Locale.ENGLISH);

  private Wording() {}

  /** Such as "Monday, 23 November 2026, 13:00 (Central European Standard Time)". */
  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** Such as "30 minutes" or "2 hours"; never less than a minute. */
  static String span(Duration time) {
    long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
    if (minutes < 120) {
      return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? hours + " hours" : Math.round(hours / 24.0) + " days";
  }
}
