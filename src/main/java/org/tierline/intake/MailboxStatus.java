package org.tierline.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * How the desk fares with one of its mailboxes.
 *
 * @param lastRead when this node last looked into it with success
 * @param problem what keeps us from reading it, if anything does
 * @param remark what whoever set it up may not expect
 */
public record MailboxStatus(
    String mailbox, Optional<Instant> lastRead, Optional<String> problem, Optional<String> remark) {

  public boolean isHealthy() {
    return problem.isEmpty();
  }
}
