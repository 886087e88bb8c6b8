package org.tierline.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.tierline.platform.files.FileType;
import org.tierline.ticket.Attachment;
import org.tierline.ticket.Message;

/**
 * Shows the pictures of a message in their places: where its HTML names a part of the mail, an
 * address of ours comes, behind which the reader is asked who they are. Nothing else is shown.
 */
public final class Pictures {

  /** As the sanitizer writes it; in text, it writes neither quote nor equals sign like this. */
  private static final Pattern SOURCE = Pattern.compile("(?i) src=\"cid:([^\"]*)\"");

  private Pictures() {}

  /** Whether a browser may show the file in its place. */
  public static boolean isPicture(Attachment file) {
    return FileType.isPicture(file.contentType());
  }

  /**
   * @param html of the message, sanitized
   * @param address where this reader may load a file from; nothing a file name could be part of
   */
  public static String in(String html, Message message, Function<Attachment, String> address) {
    return SOURCE
        .matcher(html)
        .replaceAll(
            source ->
                message.attachments().stream()
                    .filter(file -> isNamed(file, Parser.unescapeEntities(source.group(1), true)))
                    .filter(Pictures::isPicture)
                    .findFirst()
                    .map(file -> " src=\"" + Matcher.quoteReplacement(address.apply(file)) + "\"")
                    .orElse(""));
  }

  /** An address may be written with percent signs, the id it stands for not (RFC 2392). */
  private static boolean isNamed(Attachment file, String id) {
    return file.contentId().filter(own -> own.equals(id) || own.equals(plain(id))).isPresent();
  }

  private static String plain(String id) {
    try {
      return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return id; // a percent sign that stands for itself
    }
  }
}
