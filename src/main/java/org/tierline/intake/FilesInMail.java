package org.tierline.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.files.FileType;
import org.tierline.platform.files.Spool;

/** Collects the files of a mail while it is read. */
final class FilesInMail {

  private static final Session SESSION = Session.getInstance(new Properties());

  /** Of all files of a mail together; the others wait on disk. */
  private static final long MOST_IN_MEMORY = 1024 * 1024;

  /** Of a mail within the mail, the part that tells what it is about. */
  private static final int START_OF_MAIL = 64 * 1024;

  private final MailEffort effort;
  private final AttachmentName names = new AttachmentName();
  private final List<Found> found = new ArrayList<>();
  private long inMemory;

  FilesInMail(MailEffort effort) {
    this.effort = effort;
  }

  private record Found(
      String name,
      String type,
      Spool content,
      String contentId,
      boolean inlinePicture,
      Optional<String> refusal) {}

  void add(MailPart part) throws MessagingException, UnreadableMailException {
    String type = part.type();
    Spool content = part.file(effort, mostInMemory());
    boolean taken = false;
    try {
      taken = isContainer(type) && addFilesIn(content);
      if (taken) {
        content.close();
        return;
      }
      String name = names.of(part.mime, type, subject(type, content));
      add(name, type, content, part.contentId(), part.isInline() && type.startsWith("image/"));
      taken = true;
    } finally {
      if (!taken) {
        content.close();
      }
    }
  }

  private static boolean isContainer(String type) {
    return type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef");
  }

  /** Whether there were any. */
  private boolean addFilesIn(Spool container) throws UnreadableMailException {
    try {
      List<Tnef.File> inside =
          container.size() > effort.maxFileBytes() ? List.of() : Tnef.files(container.mapped());
      for (Tnef.File file : inside) {
        addFound(file.name(), file.content());
      }
      return !inside.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that lay in a text or in another file. */
  void addFound(String name, ByteBuffer content) throws UnreadableMailException {
    var file = new Spool(mostInMemory());
    try {
      file.write(content);
    } catch (IOException e) {
      file.close();
      throw new UncheckedIOException(e);
    }
    add(names.of(name, "file"), "application/octet-stream", file, "", false);
  }

  private void add(
      String name, String declared, Spool content, String contentId, boolean inlinePicture)
      throws UnreadableMailException {
    Optional<String> refusal = refusal(content.size());
    if (refusal.isEmpty()) {
      effort.decoded(content.size());
    }
    inMemory += content.size() <= mostInMemory() ? content.size() : 0;
    found.add(
        new Found(
            name,
            FileType.of(content, declared, name),
            content,
            contentId,
            inlinePicture,
            refusal));
  }

  /** A file that is too much is not kept; the mail and its other files are not to blame. */
  private Optional<String> refusal(long size) {
    if (size > effort.maxFileBytes()) {
      return Optional.of(
          "is larger than the %s this desk accepts"
              .formatted(FileSettings.words(effort.maxFileBytes())));
    }
    return size > effort.left()
        ? Optional.of(
            "would make the files of this mail weigh more than the %s this desk accepts together"
                .formatted(FileSettings.words(effort.maxDecodedBytes())))
        : Optional.empty();
  }

  private int mostInMemory() {
    return (int) Math.max(0, Math.min(Spool.MOST_IN_MEMORY, MOST_IN_MEMORY - inMemory));
  }

  /** What the mail is about that lies in this part, if one does. */
  private static Optional<String> subject(String type, Spool content)
      throws MessagingException, UnreadableMailException {
    if (!type.equals("message/rfc822") && !type.equals("message/global")) {
      return Optional.empty();
    }
    byte[] start = content.start(START_OF_MAIL);
    try (Spool mail = MailSource.of(Spool.of(start), start.length)) {
      return Optional.of(new MailHeaders(new MimeMessage(SESSION, mail.open())).subject());
    }
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
                    file.contentId(),
                    file.inlinePicture()
                        || (!file.contentId().isEmpty()
                            && html.contains("cid:" + file.contentId())),
                    file.refusal()))
        .toList();
  }

  /** The mail could not be read to its end. */
  void close() {
    found.forEach(file -> file.content().close());
  }
}
