package org.tierline.ticket;

import java.util.List;
import java.util.Optional;
import org.tierline.platform.StorableText;

/**
 * What a message says.
 *
 * @param text everything, as plain text
 * @param visibleReply the text without quotes of earlier mails and without signature
 * @param html the sanitized HTML form, if the message had one
 * @param mailMessageId the Message-ID header of the mail it came in or went out with (RFC 5322
 *     §3.6.4), angle brackets included
 */
public record Content(
    String text,
    String visibleReply,
    Optional<String> html,
    Optional<String> mailMessageId,
    List<NewAttachment> attachments) {

  public Content {
    text = StorableText.of(text);
    visibleReply = StorableText.of(visibleReply);
    html = html.map(StorableText::of);
    attachments = List.copyOf(attachments);
  }

  /** Something typed into a form: no quotes, no attachments. */
  public static Content typed(String text) {
    return new Content(text, text, Optional.empty(), Optional.empty(), List.of());
  }
}
