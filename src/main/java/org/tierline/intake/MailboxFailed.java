package org.tierline.intake;

import java.time.Instant;
import java.util.Optional;

/** A mailbox cannot be read, and somebody has to see to it. Announced once until it can again. */
public record MailboxFailed(String mailbox, String problem, Optional<Instant> lastRead) {}
