package org.tierline.platform.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * As whom the desk writes: customers of one brand need not know of the others.
 *
 * @param name what the recipient reads as the sender
 * @param address where the mail comes from, and where answers to it go
 * @param language the language its mails are written in, where that is known
 */
public record Brand(HeaderText name, EmailAddress address, Optional<Locale> language) {}
