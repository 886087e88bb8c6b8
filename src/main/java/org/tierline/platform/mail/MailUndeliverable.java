package org.tierline.platform.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A mail did not reach its reader and never will: refused at once, not accepted for days, or
 * accepted and reported back later.
 *
 * @param recipient whom we wrote to, even where the report names the address it was forwarded to
 */
public record MailUndeliverable(
    Optional<UUID> ticket,
    Audience audience,
    EmailAddress recipient,
    HeaderText subject,
    String reason) {}
