package org.tierline.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When somebody wants peace, every day, on the clock of their wall.
 *
 * @param from the first quiet minute
 * @param until the first minute that is not quiet; before {@code from} it is on the next day
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("Quiet hours from %s to %s".formatted(from, until));
    }
  }

  /** When the peace that reigns now ends; empty when none does. */
  public Optional<Instant> endAt(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return Optional.of(nightOf(today.minusDays(1)))
        .filter(night -> night.contains(now))
        .or(() -> Optional.of(nightOf(today)).filter(night -> night.contains(now)))
        .map(Night::end);
  }

  private record Night(Instant start, Instant end) {
    boolean contains(Instant at) {
      return !at.isBefore(start) && at.isBefore(end);
    }
  }

  private Night nightOf(LocalDate day) {
    LocalDate last = until.isAfter(from) ? day : day.plusDays(1);
    return new Night(
        ZonedDateTime.of(day, from, zone).toInstant(),
        ZonedDateTime.of(last, until, zone).toInstant());
  }
}
