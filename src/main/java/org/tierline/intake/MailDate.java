package org.tierline.intake;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a mail was written: RFC 5322 with the zones of older programs, and what others write.
 */
final class MailDate {

  private static final String TIME =
      "(?<hour>\\d{1,2})\\s*[:.]\\s*(?<minute>\\d{1,2})(?:\\s*[:.]\\s*(?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?"
          + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\b\\.?)?";

  private static final String ZONE =
      "(?:\\s*(?<zone>(?:(?:GMT|UTC?)\\s*)?[+-]\\s*\\d{1,2}(?::?\\d{2})?|[A-Za-z]{1,5}))?";

  private static final String MONTH = "(?<month>[A-Za-z]{3})[a-z]{0,9}";

  /** The standard's, what C prints, what Americans write, and ISO 8601. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?<day>\\d{1,2})[\\s-]+" + MONTH + "[\\s-]+(?<year>\\d{2,4})[\\s,]+" + TIME + ZONE),
          Pattern.compile(
              MONTH
                  + "\\s+(?<day>\\d{1,2})\\s+"
                  + TIME
                  + "(?:\\s+(?<zone>[A-Z]{3,5}|[+-]\\d{4}))?\\s+(?<year>\\d{4})\\b"),
          Pattern.compile(MONTH + "\\s+(?<day>\\d{1,2}),\\s*(?<year>\\d{4})[\\s,]+" + TIME + ZONE),
          Pattern.compile(
              "\\b(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T\\s]+" + TIME + ZONE));

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Those that mean one place only, and the American ones, which the standard names. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("EDT", -4),
          Map.entry("EST", -5),
          Map.entry("CDT", -5),
          Map.entry("CST", -6),
          Map.entry("MDT", -6),
          Map.entry("MST", -7),
          Map.entry("PDT", -7),
          Map.entry("PST", -8),
          Map.entry("WEST", 1),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("MET", 1),
          Map.entry("MEZ", 1),
          Map.entry("CEST", 2),
          Map.entry("MEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("HKT", 8),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("AEST", 10),
          Map.entry("AEDT", 11),
          Map.entry("NZST", 12),
          Map.entry("NZDT", 13));

  private MailDate() {}

  /** As ISO 8601 in the zone of its writer, or as it was written where it is no date. */
  static String readable(String header) {
    return parse(header).map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(header);
  }

  static Optional<OffsetDateTime> parse(String header) {
    String plain = withoutComments(header);
    return FORMS.stream()
        .map(form -> form.matcher(plain))
        .filter(Matcher::find)
        .map(MailDate::date)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<OffsetDateTime> date(Matcher form) {
    String year = form.group("year");
    String second = form.group("second");
    try {
      return Optional.of(
          OffsetDateTime.of(
              year(Integer.parseInt(year), year.length()),
              month(form.group("month")),
              Integer.parseInt(form.group("day")),
              hour(Integer.parseInt(form.group("hour")), form.group("half")),
              Integer.parseInt(form.group("minute")),
              second == null ? 0 : Math.min(59, Integer.parseInt(second)),
              0,
              zone(form.group("zone"))));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February
    }
  }

  /** 0, which there is not, where it is none. */
  private static int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    int at = MONTHS.indexOf(written.toLowerCase(Locale.ROOT));
    return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
  }

  private static int hour(int written, @Nullable String half) {
    if (half == null || written > 12) {
      return written;
    }
    return written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
  }

  /** RFC 5322 §4.3: what two and three digits mean. */
  private static int year(int written, int digits) {
    if (digits == 3) {
      return 1900 + written;
    }
    return digits == 2 ? written + (written < 50 ? 2000 : 1900) : written;
  }

  private static ZoneOffset zone(@Nullable String written) {
    if (written == null) {
      return ZoneOffset.UTC;
    }
    String digits = written.replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return ZoneOffset.ofHours(HOURS.getOrDefault(written.toUpperCase(Locale.ROOT), 0));
    }
    int sign = written.contains("-") ? -1 : 1;
    int value = Integer.parseInt(digits) * (digits.length() < 3 ? 100 : 1);
    return ZoneOffset.ofHoursMinutes(sign * (value / 100), sign * (value % 100));
  }

  private static String withoutComments(String header) {
    var plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
        plain.append(' ');
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
