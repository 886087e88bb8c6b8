package org.tierline.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that were written into the text itself, as programs did before MIME and some scanners and
 * old Lotus servers still do.
 *
 * @param text without them
 */
record UuEncoded(String text, List<File> files) {

  private static final Pattern BEGIN =
      Pattern.compile("(?m)^begin [0-7]{3,4} (\\S[^\\r\\n]{0,250})\\r?$");
  private static final Pattern END = Pattern.compile("(?m)^end[ \\t]*\\r?$");

  /** A file in the text. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record File(String name, byte[] content) {}

  static UuEncoded in(String text) {
    if (!text.contains("begin ")) {
      return new UuEncoded(text, List.of());
    }
    List<File> files = new ArrayList<>();
    var rest = new StringBuilder();
    Matcher begin = BEGIN.matcher(text);
    Matcher end = END.matcher(text);
    int at = 0;
    while (begin.find(at) && end.find(begin.end())) {
      byte[] content = decoded(text.substring(begin.start(), end.end()));
      rest.append(text, at, content.length == 0 ? end.end() : begin.start());
      if (content.length > 0) {
        files.add(new File(begin.group(1).strip(), content));
      }
      at = end.end();
    }
    return new UuEncoded(rest.append(text.substring(at)).toString(), files);
  }

  private static byte[] decoded(String lines) {
    byte[] bytes = (lines + "\n").getBytes(StandardCharsets.ISO_8859_1);
    try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(bytes), "uuencode")) {
      return in.readAllBytes();
    } catch (IOException | MessagingException e) {
      return new byte[0]; // it only looked like a file
    }
  }
}
