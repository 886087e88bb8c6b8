package org.tierline.intake;

import java.util.Optional;
import org.tierline.platform.files.Spool;

/**
 * A file in a mail.
 *
 * @param name cleaned of everything that could mislead a reader; still only a label
 * @param contentType what it is, whatever the mail declares
 * @param contentId by which the HTML of the mail may show it (RFC 2392), or an empty text
 * @param inline whether the text shows it, such as a picture in a signature
 * @param refusal why the desk does not keep it with the ticket, as the end of a sentence
 */
public record InboundFile(
    String name,
    String contentType,
    Spool content,
    String contentId,
    boolean inline,
    Optional<String> refusal) {

  /** The same file, not to be kept. */
  InboundFile refused(String why) {
    return new InboundFile(name, contentType, content, contentId, inline, Optional.of(why));
  }
}
