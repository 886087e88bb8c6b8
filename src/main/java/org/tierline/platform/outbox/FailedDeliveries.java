package org.tierline.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one outbox could not get rid of and now waits for a person's decision. */
public interface FailedDeliveries {

  /**
   * One that failed for good.
   *
   * @param kind what it is, such as {@code mail}
   * @param target for whom it was
   * @param reason why it did not work
   */
  record Failed(
      long id, String kind, Optional<UUID> ticket, String target, String reason, Instant since) {}

  /** The outbox's short name. */
  String outbox();

  /** What waits, oldest first. */
  List<Failed> failed(int most);

  /** Tries one once more. Empty if it does not wait for that any more. */
  Optional<Failed> retry(long id);

  /** Lets one be. Empty if it does not wait for that any more. */
  Optional<Failed> giveUp(long id, String by, String why);

  /** How many were dropped because they came too late to be of use. */
  long expiredSince(Instant since);
}
