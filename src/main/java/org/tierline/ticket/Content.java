package org.tierline.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tierline.platform.StorableText;

/**
 * What a message says.
 *
 * @param text everything, as plain text
 * @param visibleReply the text without quotes of earlier mails and without signature
 * @param html the sanitized HTML form, if the message had one
 * @param mailMessageId the Message-ID header of the mail it came in or went out with (RFC 5322
 *     §3.6.4), angle brackets included
 * @param original where the mail it came in is kept as it came
 */
public record Content(
    String text,
    String visibleReply,
    Optional<String> html,
    Optional<String> mailMessageId,
    List<NewAttachment> attachments,
    Optional<UUID> original) {

  public Content {
    text = StorableText.of(text);
    visibleReply = StorableText.of(visibleReply);
    html = html.map(StorableText::of);
    attachments = List.copyOf(attachments);
  }

  /** What did not come by mail, or in a mail nobody kept. */
  public Content(
      String text,
      String visibleReply,
      Optional<String> html,
      Optional<String> mailMessageId,
      List<NewAttachment> attachments) {
    this(text, visibleReply, html, mailMessageId, attachments, Optional.empty());
  }

  /** The same, of a mail that is kept. */
  public Content keptAs(Optional<UUID> file) {
    return new Content(text, visibleReply, html, mailMessageId, attachments, file);
  }

  /** Something typed into a form: no quotes, no attachments. */
  public static Content typed(String text) {
    return new Content(text, text, Optional.empty(), Optional.empty(), List.of());
  }
}
