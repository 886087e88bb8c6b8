package org.tierline.sla;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which our clock stands: from {@code from} up to, not including, {@code to}.
 *
 * @param to when work goes on; null while it does not yet
 * @param reason why it stands, such as {@code waiting for the customer}
 */
public record Pause(Instant from, @Nullable Instant to, String reason) {

  public static final String FOR_CUSTOMER = "waiting for the customer";
  public static final String FOR_ENGINEERING = "engineering works on a defect";

  public Pause {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("A pause from %s ends at %s".formatted(from, to));
    }
  }

  public Optional<Instant> end() {
    return Optional.ofNullable(to);
  }
}
