package org.tierline.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Collects the files of a mail while it is read. */
final class FilesInMail {

  private static final Session SESSION = Session.getInstance(new Properties());

  private final AttachmentName names = new AttachmentName();
  private final List<Found> found = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Found(
      String name, String type, byte[] content, String contentId, boolean inlinePicture) {}

  void add(MailPart part, MailEffort effort) throws MessagingException, UnreadableMailException {
    String type = part.type();
    byte[] content = part.content(effort);
    if (type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef")) {
      List<Tnef.File> inside = Tnef.files(content);
      if (!inside.isEmpty()) {
        for (Tnef.File file : inside) {
          effort.decoded(file.content().length);
          addFound(file.name(), file.content());
        }
        return;
      }
    }
    found.add(
        new Found(
            names.of(part.mime, type, subject(type, content)),
            type,
            content,
            part.contentId(),
            part.isInline() && type.startsWith("image/")));
  }

  /** A file that lay in a text or in another file. */
  void addFound(String name, byte[] content) {
    String unique = names.of(name, "file");
    String type = URLConnection.guessContentTypeFromName(unique.toLowerCase(Locale.ROOT));
    found.add(
        new Found(unique, type == null ? "application/octet-stream" : type, content, "", false));
  }

  /** What the mail is about that lies in this part, if one does. */
  private static Optional<String> subject(String type, byte[] content)
      throws MessagingException, UnreadableMailException {
    if (!type.equals("message/rfc822") && !type.equals("message/global")) {
      return Optional.empty();
    }
    var mail =
        new MimeMessage(SESSION, new ByteArrayInputStream(MailSource.of(content, content.length)));
    return Optional.of(new MailHeaders(mail).subject());
  }

  /**
   * @param html which may show some of them
   */
  List<InboundFile> seenIn(String html) {
    return found.stream()
        .map(
            file ->
                new InboundFile(
                    file.name(),
                    file.type(),
                    file.content(),
                    file.inlinePicture()
                        || (!file.contentId().isEmpty()
                            && html.contains("cid:" + file.contentId()))))
        .toList();
  }
}
