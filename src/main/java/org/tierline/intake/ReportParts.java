package org.tierline.intake;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a mail that may report on another mail: its texts, the fields for machines, and the
 * mail that is returned. What is inside the returned mail is not looked at, so that a person who
 * forwards a report as an attachment remains a person.
 */
final class ReportParts {

  /** A report is short; what comes after is the returned mail. */
  private static final int MAX_LENGTH = 200_000;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_PARTS = 60;

  private static final Pattern TYPE = Pattern.compile("[\\w!#$&^.+-]{1,80}/[\\w!#$&^.+-]{1,80}");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

  /**
   * @param type the media type, in lower case
   * @param text decoded, with line feeds as line ends
   */
  record ReportPart(String type, String text) {

    boolean isDeliveryStatus() {
      return type.equals("message/delivery-status")
          || type.equals("message/global-delivery-status");
    }

    boolean isFeedbackReport() {
      return type.equals("message/feedback-report");
    }

    boolean isReceipt() {
      return type.equals("message/disposition-notification");
    }

    boolean isReturnedMail() {
      return type.equals("message/rfc822")
          || type.equals("message/global")
          || type.equals("text/rfc822-headers")
          || type.equals("message/rfc822-headers")
          || type.equals("message/global-headers");
    }

    boolean isText() {
      return type.startsWith("text/") && !isReturnedMail();
    }
  }

  private final List<ReportPart> parts = new ArrayList<>();

  private ReportParts() {}

  static List<ReportPart> of(MimeMessage mail) {
    var reader = new ReportParts();
    reader.read(mail, 0);
    return reader.parts;
  }

  private void read(MimePart part, int depth) {
    if (depth > MAX_DEPTH || parts.size() >= MAX_PARTS) {
      return;
    }
    String declared = header(part, "Content-Type");
    String type = type(declared);
    if (type.startsWith("multipart/")) {
      List<MimePart> children = children(part);
      children.forEach(child -> read(child, depth + 1));
      if (!children.isEmpty()) {
        return;
      }
      type = "text/plain"; // without boundary: read what is there
    }
    if (type.startsWith("text/") || type.startsWith("message/")) {
      String text = MailCharset.decode(content(part), charset(declared));
      String plain = type.equals("text/html") ? HtmlMail.text(text) : text;
      parts.add(new ReportPart(type, CleanText.of(plain)));
    }
  }

  private static List<MimePart> children(MimePart part) {
    List<MimePart> children = new ArrayList<>();
    try {
      var multipart = new MimeMultipart(new MimePartDataSource(part));
      for (int i = 0; i < multipart.getCount() && i < MAX_PARTS; i++) {
        BodyPart child = multipart.getBodyPart(i);
        if (child instanceof MimeBodyPart mime) {
          children.add(mime);
        }
      }
    } catch (MessagingException e) {
      return children; // as far as it could be read
    }
    return children;
  }

  private static byte[] content(MimePart part) {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(MAX_LENGTH);
    } catch (IOException | MessagingException e) {
      return rawContent(part);
    }
  }

  private static byte[] rawContent(MimePart part) {
    try (InputStream in =
        part instanceof MimeMessage message
            ? message.getRawInputStream()
            : ((MimeBodyPart) part).getRawInputStream()) {
      return in.readNBytes(MAX_LENGTH);
    } catch (IOException | MessagingException e) {
      return new byte[0]; // the part has no content at all
    }
  }

  private static String type(String declared) {
    Matcher type = TYPE.matcher(declared);
    return type.find() ? type.group().toLowerCase(Locale.ROOT) : "text/plain";
  }

  private static String charset(String declared) {
    Matcher charset = CHARSET.matcher(declared);
    return charset.find() ? charset.group(1) : StandardCharsets.US_ASCII.name();
  }

  private static String header(MimePart part, String name) {
    try {
      String[] values = part.getHeader(name);
      return values == null ? "" : values[0];
    } catch (MessagingException e) {
      return "";
    }
  }
}
