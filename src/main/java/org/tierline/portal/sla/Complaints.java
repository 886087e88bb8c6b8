package org.tierline.portal.sla;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/** Everything that is wrong with a question, so that it is said at once and by its field. */
final class Complaints {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final List<Problem.FieldError> errors = new ArrayList<>();

  void add(String field, String message) {
    errors.add(new Problem.FieldError(field, message));
  }

  boolean isFine() {
    return errors.isEmpty();
  }

  /** Refuses if there is anything to complain about. */
  void demandNone() {
    if (!isFine()) {
      throw new ProblemException(Problem.invalid(errors));
    }
  }

  Optional<Instant> instant(String field, @Nullable String text) {
    return read(field, text, "must be an instant like 2026-11-23T10:00:00Z", Instant::parse)
        .filter(
            instant -> {
              boolean near = !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
              if (!near) {
                add(field, "must lie between the years 1900 and 2199");
              }
              return near;
            });
  }

  Optional<Duration> duration(String field, @Nullable String text) {
    return read(field, text, "must be a duration like PT4H or P1DT30M", Duration::parse);
  }

  <T> Optional<T> read(
      String field, @Nullable String text, String otherwise, Function<String, T> reader) {
    if (text == null) {
      add(field, "must be given");
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      add(field, otherwise);
      return Optional.empty();
    }
  }
}
