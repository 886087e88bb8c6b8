package org.tierline.intake;

/**
 * Somebody a mail names in its headers.
 *
 * @param name empty when the mail gives none
 * @param email where they say they are reached; nobody has checked
 */
public record MailPerson(String name, String email) {}
