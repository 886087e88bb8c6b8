package org.tierline.platform.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A mail did not reach its reader and never will: refused at once, not accepted for days, or
 * accepted and reported back later.
 *
 * @param recipient whom we wrote to, even where the report names the address it was forwarded to
 * @param badAddress whether we know for sure that the address is to blame, so that the next mail
 *     will fare no better
 */
public record MailUndeliverable(
    Optional<UUID> ticket,
    Audience audience,
    EmailAddress recipient,
    HeaderText subject,
    String reason,
    boolean badAddress) {}
