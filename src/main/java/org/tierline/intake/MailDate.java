package org.tierline.intake;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when a mail was written: RFC 5322 with the zones and abbreviations of older programs. */
final class MailDate {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]{0,9}[\\s-]+(\\d{2,4})[\\s,]+"
              + "(\\d{1,2})\\s*:\\s*(\\d{1,2})(?:\\s*:\\s*(\\d{1,2}))?\\s*([+-]\\s*\\d{1,2}:?\\d{2}|[A-Za-z]{1,5})?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final Map<String, Integer> HOURS =
      Map.of(
          "EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7, "PDT", -7, "PST", -8);

  private MailDate() {}

  /** As ISO 8601 in the zone of its writer, or as it was written where it is no date. */
  static String readable(String header) {
    return parse(header).map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(header);
  }

  static Optional<OffsetDateTime> parse(String header) {
    Matcher form = FORM.matcher(withoutComments(header));
    if (!form.find()) {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(form.group(2).toLowerCase(Locale.ROOT));
    if (month < 0 || month % 3 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.of(
              year(Integer.parseInt(form.group(3)), form.group(3).length()),
              month / 3 + 1,
              Integer.parseInt(form.group(1)),
              Integer.parseInt(form.group(4)),
              Integer.parseInt(form.group(5)),
              form.group(6) == null ? 0 : Math.min(59, Integer.parseInt(form.group(6))),
              0,
              zone(form.group(7))));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February
    }
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
    if (digits.length() < 3) {
      return ZoneOffset.ofHours(HOURS.getOrDefault(written.toUpperCase(Locale.ROOT), 0));
    }
    int sign = written.startsWith("-") ? -1 : 1;
    int value = Integer.parseInt(digits);
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
