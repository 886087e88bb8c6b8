package org.tierline.notification;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/** Times as people say them in one language, by its {@code words.properties}. */
final class Words {

  static final String FILE = "words.properties";

  private final Properties words;
  private final DateTimeFormatter moment;

  private Words(Properties words) {
    this.words = words;
    this.moment = DateTimeFormatter.ofPattern(word("moment"), language());
  }

  static Words read(Reader file) {
    var words = new Properties();
    try (file) {
      words.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(words);
  }

  /** The language these words are of. */
  Locale language() {
    return Locale.forLanguageTag(word("language"));
  }

  /** Such as "Monday, 23 November 2026, 13:00 (Central European Standard Time)". */
  String moment(Instant at, ZoneId zone) {
    return moment.format(at.atZone(zone));
  }

  /** Such as "30 minutes" or "2 hours"; never less than a minute. */
  String span(Duration time) {
    long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
    if (minutes < 120) {
      return minutes == 1 ? word("minute") : word("minutes").formatted(minutes);
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48
        ? word("hours").formatted(hours)
        : word("days").formatted(Math.round(hours / 24.0));
  }

  private String word(String key) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalStateException(FILE + " lacks " + key);
    }
    return word;
  }
}
