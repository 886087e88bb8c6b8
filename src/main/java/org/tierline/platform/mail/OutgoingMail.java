package org.tierline.platform.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail the desk wants to send.
 *
 * @param id stays the same however often the mail has to be tried
 * @param ticket the ticket it is about, if any; answers to it belong there
 * @param from as whom the desk writes
 * @param html the same as {@code text}, with its looks
 * @param inReplyTo the mail it answers
 * @param references the conversation so far, oldest first
 */
public record OutgoingMail(
    MailId id,
    Optional<UUID> ticket,
    Audience audience,
    EmailAddress to,
    Brand from,
    HeaderText subject,
    String text,
    String html,
    Optional<MailId> inReplyTo,
    List<MailId> references,
    AutoSubmitted autoSubmitted) {

  public OutgoingMail {
    references = List.copyOf(references);
  }
}
