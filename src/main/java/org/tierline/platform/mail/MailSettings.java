package org.tierline.platform.mail;

/**
 * How the desk takes part in mail.
 *
 * @param supportAddress where customers write to, and where our mails come from
 */
public record MailSettings(EmailAddress supportAddress) {}
