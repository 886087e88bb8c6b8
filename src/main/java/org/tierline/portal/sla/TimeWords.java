package org.tierline.portal.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people on these pages write and read times. */
final class TimeWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_WITH_SECONDS =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,6}) *h(?:ours?)?)? *(?:(\\d{1,6}) *m(?:in(?:utes?)?)?)?");

  private TimeWords() {}

  /** {@code Mon 23 Nov 2026, 10:00} */
  static String time(Instant at, ZoneId zone) {
    boolean whole = at.getEpochSecond() % 60 == 0;
    return (whole ? TIME : TIME_WITH_SECONDS).format(at.atZone(zone));
  }

  /** Reads {@code 4h}, {@code 1h 30m} or {@code 90 min}; a span as programs write it stays. */
  static String spanForPrograms(String words) {
    Matcher match = SPAN.matcher(words.strip().toLowerCase(Locale.ROOT));
    if (words.isBlank() || !match.matches()) {
      return words.strip();
    }
    return Duration.ofHours(number(match.group(1))).plusMinutes(number(match.group(2))).toString();
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** Reads a time on the wall of a zone, as browsers and people write it. */
  static Optional<Instant> onTheWall(String text, ZoneId zone) {
    try {
      return Optional.of(
          LocalDateTime.parse(text.strip().replace(' ', 'T')).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
