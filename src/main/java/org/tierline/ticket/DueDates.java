package org.tierline.ticket;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when we have to do what we promised for a ticket, as it stood when its clocks were last
 * read. A copy for lists and queries: whoever wants to know why reads the clocks. Null is what was
 * not promised, and what has no date because the clock stands.
 *
 * @param ladderStepDueAt when the desk is warned next, or told of a miss
 */
@Embeddable
public record DueDates(
    @Nullable Instant firstResponseDueAt,
    @Nullable Instant nextResponseDueAt,
    @Nullable Instant resolutionDueAt,
    @Nullable Instant customerUpdateDueAt,
    @Nullable Instant ladderStepDueAt) {

  /** Nothing is due. */
  public static final DueDates NONE = new DueDates(null, null, null, null, null);

  /**
   * The nearest of what the customer waits for.
   *
   * @param isAnswered a first response is owed no more
   */
  Optional<Instant> nearest(boolean isAnswered) {
    return Stream.of(
            Optional.ofNullable(firstResponseDueAt).filter(due -> !isAnswered),
            Optional.ofNullable(nextResponseDueAt),
            Optional.ofNullable(resolutionDueAt))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
