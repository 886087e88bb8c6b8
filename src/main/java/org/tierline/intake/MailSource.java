package org.tierline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.platform.files.Spool;

/**
 * The bytes of a mail as a parser can take them: without the line mailbox files put above a mail,
 * with line ends where only old Macs see them, and with a blank line where the headers end.
 */
final class MailSource {

  private static final Pattern MBOX_LINE = Pattern.compile("\\A\\s*From [^\\r\\n]*\\r?[\\r\\n]");

  private static final Pattern HEADER =
      Pattern.compile("^[!-9;-~]{1,200}[ \\t]*:.*", Pattern.DOTALL);

  /** Headers nobody would begin a letter with. */
  private static final Pattern WELL_KNOWN =
      Pattern.compile(
          "(?is)^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path"
              + "|content-[a-z-]{2,40}|x-[a-z0-9-]{2,60})[ \\t]*:.*");

  private static final Pattern FROM_LINE = Pattern.compile("^>?From .*", Pattern.DOTALL);

  private static final int BUFFER = 16 * 1024;

  /** For lines above and between the headers that belong to neither. */
  private static final int ROOM = 64 * 1024;

  private MailSource() {}

  /**
   * @return for the caller to close
   * @throws UnreadableMailException if the headers are longer than that; that is an attack, not a
   *     letter
   */
  static Spool of(Spool raw, int maxHeaderBytes) throws UnreadableMailException {
    var mail = new Spool();
    boolean complete = false;
    try {
      boolean macintosh = !hasLineFeed(raw);
      byte[] top = raw.start(2 * maxHeaderBytes + ROOM);
      if (macintosh) {
        withLineFeeds(top, top.length);
      }
      var headers = new StringBuilder();
      int body = headers(top, start(top), maxHeaderBytes, headers);
      if (body == top.length && top.length < raw.size()) {
        throw tooLong(maxHeaderBytes);
      }
      mail.write(headers.toString().getBytes(StandardCharsets.ISO_8859_1));
      copy(raw, body, macintosh, mail);
      complete = true;
      return mail;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!complete) {
        mail.close();
      }
    }
  }

  private static boolean hasLineFeed(Spool raw) throws IOException {
    try (InputStream in = raw.open()) {
      byte[] bytes = new byte[BUFFER];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        for (int i = 0; i < count; i++) {
          if (bytes[i] == '\n') {
            return true;
          }
        }
      }
      return false;
    }
  }

  private static void copy(Spool raw, int from, boolean macintosh, Spool mail) throws IOException {
    try (InputStream in = raw.open()) {
      in.skipNBytes(from);
      byte[] bytes = new byte[BUFFER];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (macintosh) {
          withLineFeeds(bytes, count);
        }
        mail.write(bytes, 0, count);
      }
    }
  }

  private static void withLineFeeds(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
    }
  }

  /** Also behind blanks: the parser stumbles over a folded line that has nothing to continue. */
  private static int start(byte[] bytes) {
    String first = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
    Matcher mbox = MBOX_LINE.matcher(first);
    int from = mbox.find() ? mbox.end() : 0;
    while (from < bytes.length && " \t\r\n".indexOf(bytes[from]) >= 0) {
      from++;
    }
    return from;
  }

  /** Copies the header lines and returns where the body begins. */
  private static int headers(byte[] bytes, int start, int most, StringBuilder headers)
      throws UnreadableMailException {
    boolean another = true; // whether a well-known header comes further down
    int asked = -1;
    int at = start;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
      if (line.isBlank() && (isEmpty(line) || !goesOn(bytes, end))) {
        headers.append(line.stripLeading().isEmpty() ? "\r\n" : line);
        return end;
      }
      boolean isHeader = isContinuation(line) || HEADER.matcher(line).matches();
      if (isHeader && !line.isBlank()) {
        headers.append(line);
      } else if (!line.isBlank() && !FROM_LINE.matcher(line).matches()) {
        if (asked < 0 || (another && asked <= at)) {
          asked = wellKnownAfter(bytes, end);
          another = asked >= 0;
        }
        if (!another) {
          headers.append("\r\n"); // these are words already
          return at;
        }
      }
      if (headers.length() > most) {
        throw tooLong(most);
      }
      at = end;
    }
    return at;
  }

  private static UnreadableMailException tooLong(int most) {
    return new UnreadableMailException("Its headers are longer than " + most / 1024 + " KB");
  }

  private static boolean isEmpty(String line) {
    return line.equals("\n") || line.equals("\r\n");
  }

  private static boolean isContinuation(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  /** Whether a line of blanks is followed by more headers. */
  private static boolean goesOn(byte[] bytes, int next) {
    if (next >= bytes.length) {
      return false;
    }
    String line = new String(bytes, next, lineEnd(bytes, next) - next, StandardCharsets.ISO_8859_1);
    return (isContinuation(line) && !line.isBlank()) || WELL_KNOWN.matcher(line).matches();
  }

  /** Where the next well-known header of this block begins, or -1. */
  private static int wellKnownAfter(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
      if (line.isBlank()) {
        return -1;
      }
      if (WELL_KNOWN.matcher(line).matches()) {
        return at;
      }
      at = end;
    }
    return -1;
  }

  /** Behind the line feed. */
  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }
}
