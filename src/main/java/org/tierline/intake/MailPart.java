package org.tierline.intake;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.platform.files.Spool;

/** One part of a mail. What it says about itself is a hint. */
final class MailPart {

  private static final Pattern TYPE =
      Pattern.compile("([a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80})");
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?i)charset(?:\\*0?\\*?)?\\s*=\\s*(?:[a-z0-9_-]{0,40}'[a-z-]{0,40}')?[\"']?([^\\s\"';]+)");
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\r\\n]{1,200})\"?|([^\\s\";]{1,200}))");
  private static final Set<String> ENCODINGS = Set.of("base64", "quoted-printable", "x-uuencode");

  /** In bytes; what is read of a text. */
  private static final int MOST_TEXT = 4 * 1024 * 1024;

  private static final int START_OF_TEXT = 1000;

  /** What a part may say once only (RFC 2045, RFC 5322 §3.6). */
  private static final List<String> ONCE =
      List.of(
          "From", "Subject", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding");

  final MimePart mime;

  /** What it is where it does not say. */
  private final String usualType;

  MailPart(MimePart mime) {
    this(mime, "text/plain");
  }

  private MailPart(MimePart mime, String usualType) {
    this.mime = mime;
    this.usualType = usualType;
  }

  /** Such as {@code text/plain}, in lower case. */
  String type() throws MessagingException {
    String declared = header("Content-Type");
    if (declared.isBlank()) {
      return usualType;
    }
    try {
      return new ContentType(declared).getBaseType().toLowerCase(Locale.ROOT);
    } catch (ParseException e) {
      Matcher type = TYPE.matcher(declared.toLowerCase(Locale.ROOT));
      return type.find() ? type.group(1) : "text/plain";
    }
  }

  /** As declared, or an empty text. */
  String charset() throws MessagingException {
    Matcher charset = CHARSET.matcher(header("Content-Type"));
    return charset.find() ? charset.group(1) : "";
  }

  /** It is a file of its own, though perhaps one to be shown in its place. */
  boolean isFile() throws MessagingException {
    return isAttachment() || !AttachmentName.given(mime).isBlank();
  }

  /** Its writer asks not to show it with the text. */
  boolean isAttachment() throws MessagingException {
    return disposition().startsWith("attachment");
  }

  boolean isInline() throws MessagingException {
    return disposition().startsWith("inline");
  }

  private String disposition() throws MessagingException {
    return header("Content-Disposition").strip().toLowerCase(Locale.ROOT);
  }

  /** Under which other programs offer it. */
  Optional<String> dispositionName() throws MessagingException {
    String declared = header("Content-Disposition");
    if (declared.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new ContentDisposition(declared).getParameter("filename"))
          .map(EncodedWords::decode)
          .filter(name -> !name.isBlank());
    } catch (ParseException e) {
      return Optional.of(FileName.in(declared)).filter(name -> !name.isBlank());
    }
  }

  /** Some programs believe the first, others the last. */
  boolean contradictsItself() throws MessagingException {
    for (String name : ONCE) {
      String[] values = mime.getHeader(name);
      if (values != null && values.length > 1) {
        return true;
      }
    }
    return false;
  }

  /** Without its brackets, or an empty text. */
  String contentId() throws MessagingException {
    return header("Content-ID").strip().replaceAll("^<|>$", "");
  }

  /** Empty when the boundary is missing or nothing lies between the boundaries. */
  List<MailPart> children() {
    List<MailPart> children = new ArrayList<>();
    try {
      boolean digest = type().equals("multipart/digest"); // of mails (RFC 2046 §5.1.5)
      var multipart = new MimeMultipart(source());
      for (int i = 0; i < multipart.getCount(); i++) {
        BodyPart child = multipart.getBodyPart(i);
        if (child instanceof MimeBodyPart part) {
          children.add(new MailPart(part, digest ? "message/rfc822" : "text/plain"));
        }
      }
    } catch (MessagingException e) {
      return children; // what could be told apart so far
    }
    return children;
  }

  /** Programs forget the semicolon before the boundary. */
  private DataSource source() throws MessagingException {
    var asItIs = new MimePartDataSource(mime);
    String declared = header("Content-Type");
    Matcher boundary = BOUNDARY.matcher(declared);
    if (isWellFormed(declared) || !boundary.find()) {
      return asItIs;
    }
    String value = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return new Repaired(asItIs, type() + "; boundary=\"" + value + "\"");
  }

  private static boolean isWellFormed(String contentType) {
    try {
      new ContentType(contentType);
      return true;
    } catch (ParseException e) {
      return false;
    }
  }

  /** A part that says what it should have said. */
  private record Repaired(DataSource part, String type) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
      return part.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return part.getOutputStream();
    }

    @Override
    public String getContentType() {
      return type;
    }

    @Override
    public String getName() {
      return part.getName();
    }
  }

  String text(MailEffort effort) throws MessagingException, UnreadableMailException {
    String text = MailCharset.decode(content(effort), charset());
    return FlowedText.joined(text, header("Content-Type"));
  }

  /**
   * What a text may hold, decoded if that is possible, as it stands otherwise. Nobody reads on
   * after that much; the desk keeps the original.
   */
  byte[] content(MailEffort effort) throws MessagingException, UnreadableMailException {
    int most = (int) Math.max(1, Math.min(effort.left() + 1, MOST_TEXT));
    byte[] content;
    try (InputStream in = isPlainAfterAll() ? rawStream() : decoded()) {
      content = in.readNBytes(most);
    } catch (IOException | MessagingException e) {
      content = rawContent(most);
    }
    effort.watch();
    effort.decoded(content.length);
    return content;
  }

  /** Words that only claim to be base64: no line of it is a sentence. */
  private boolean isPlainAfterAll() throws MessagingException, IOException {
    if (!encoding().equals("base64")) {
      return false;
    }
    try (InputStream in = rawStream()) {
      String start = new String(in.readNBytes(START_OF_TEXT), StandardCharsets.ISO_8859_1);
      return start.lines().filter(line -> !line.isBlank()).limit(1).anyMatch(MailPart::isSentence);
    }
  }

  private static boolean isSentence(String line) {
    String[] words = line.strip().split("\\s+", 5);
    return words.length > 2 && Arrays.stream(words).limit(3).allMatch(w -> w.length() < 20);
  }

  private byte[] rawContent(int most) {
    try (InputStream in = asItStands()) {
      return in.readNBytes(most);
    } catch (IOException | MessagingException e) {
      return new byte[0]; // the part has no content at all
    }
  }

  /**
   * All of it, decoded if that is possible, as it stands otherwise.
   *
   * @return for the caller to close
   */
  Spool file(MailEffort effort, int mostInMemory)
      throws MessagingException, UnreadableMailException {
    var file = new Spool(mostInMemory);
    try (InputStream in = decoded()) {
      in.transferTo(file);
    } catch (IOException | MessagingException e) {
      file.close();
      file = rawFile(mostInMemory);
    }
    try {
      effort.watch();
      return file;
    } catch (UnreadableMailException e) {
      file.close();
      throw e;
    }
  }

  private Spool rawFile(int mostInMemory) {
    var file = new Spool(mostInMemory);
    try (InputStream in = asItStands()) {
      in.transferTo(file);
      return file;
    } catch (IOException | MessagingException e) {
      file.close();
      return new Spool(mostInMemory); // the part has no content at all
    }
  }

  private InputStream decoded() throws MessagingException, IOException {
    String encoding = encoding();
    // the standard forbids to encode mails within mails, so the parser would not decode them
    boolean encodedMail = type().startsWith("message/") && ENCODINGS.contains(encoding);
    return encodedMail ? MimeUtility.decode(rawStream(), encoding) : mime.getInputStream();
  }

  private InputStream asItStands() throws MessagingException {
    return encoding().equals("base64") ? new LenientBase64(rawStream()) : rawStream();
  }

  private String encoding() throws MessagingException {
    return header("Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT);
  }

  private InputStream rawStream() throws MessagingException {
    return mime instanceof MimeMessage message
        ? message.getRawInputStream()
        : ((MimeBodyPart) mime).getRawInputStream();
  }

  String header(String name) throws MessagingException {
    String[] values = mime.getHeader(name);
    return values == null ? "" : values[0];
  }
}
