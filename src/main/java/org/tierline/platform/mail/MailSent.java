package org.tierline.platform.mail;

/** The mail server, or the reader's own, has taken a mail and is responsible for it. */
public record MailSent(Audience audience, EmailAddress recipient) {}
