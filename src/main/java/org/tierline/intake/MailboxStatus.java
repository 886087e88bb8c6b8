package org.tierline.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * How the desk fares with its mailbox.
 *
 * @param mailbox its name, empty when this desk reads none
 * @param lastRead when it was last looked into with success
 * @param problem what keeps us from reading it, if anything does
 */
public record MailboxStatus(
    Optional<String> mailbox, Optional<Instant> lastRead, Optional<String> problem) {

  public boolean isHealthy() {
    return problem.isEmpty();
  }
}
