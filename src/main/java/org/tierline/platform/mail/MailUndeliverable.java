package org.tierline.platform.mail;

import java.util.Optional;
import java.util.UUID;

/** A mail was given up: refused for good, or not accepted for days. */
public record MailUndeliverable(
    Optional<UUID> ticket, EmailAddress recipient, HeaderText subject, String reason) {}
