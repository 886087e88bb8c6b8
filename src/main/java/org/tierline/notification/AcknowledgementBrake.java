package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.SentReplies;

/**
 * Stops acknowledging where it has become a loop. The tickets themselves are not affected. Nodes do
 * not wait for each other here: where two acknowledge in the same moment, one mail more than the
 * limit may leave for each node, which a loop does not live on.
 */
@ApplicationScoped
class AcknowledgementBrake {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int TIMES_THE_USUAL = 10;

  private static final Logger LOG = System.getLogger(AcknowledgementBrake.class.getName());

  private final SentReplies replies;
  private final AcknowledgementLimits limits;
  private final Clock clock;

  @Inject
  AcknowledgementBrake(SentReplies replies, AcknowledgementLimits limits, Clock clock) {
    this.replies = replies;
    this.limits = limits;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AcknowledgementBrake() {
    this(null, null, null);
  }

  /** Why one more acknowledgement must not go there now; empty when it may. */
  public Optional<String> refuses(EmailAddress to) {
    Instant hourAgo = clock.instant().minus(HOUR);
    if (replies.to(to, hourAgo) >= limits.perSender()) {
      return Optional.of("%s got %d within the hour".formatted(to, limits.perSender()));
    }
    if (replies.toDomain(to.domain(), hourAgo) >= limits.perDomain()) {
      return Optional.of("%s got %d within the hour".formatted(to.domain(), limits.perDomain()));
    }
    long lately = replies.toAnybody(hourAgo);
    if (lately >= limits.unusual() && lately >= TIMES_THE_USUAL * usual()) {
      LOG.log(Level.WARNING, "{0} acknowledgements within the hour: no more for now", lately);
      return Optional.of(
          "the desk wrote %d within the hour, far above the usual".formatted(lately));
    }
    return Optional.empty();
  }

  /** The median of the hours of the last week that had any. */
  private long usual() {
    List<Long> hours = replies.perHour(clock.instant().minus(WEEK)).stream().sorted().toList();
    return hours.isEmpty() ? 0 : hours.get(hours.size() / 2);
  }
}
