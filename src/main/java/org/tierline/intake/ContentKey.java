package org.tierline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;

/**
 * What makes two deliveries the same mail: everything its writer wrote, nothing its carriers added.
 * A Message-ID alone does not; programs use theirs twice.
 */
record ContentKey(String value) {

  static ContentKey of(InboundMessage mail) {
    return of(mail, Optional.empty());
  }

  /**
   * @param mailbox outside which it is another mail, if there is such a border
   */
  static ContentKey of(InboundMessage mail, Optional<String> mailbox) {
    MessageDigest digest = digest();
    mailbox.ifPresent(name -> add(digest, name));
    add(digest, mail.messageId().map(MailId::value).orElse(""));
    add(digest, mail.sender().map(EmailAddress::value).orElse(""));
    add(digest, mail.date());
    add(digest, mail.subject());
    add(digest, mail.text());
    add(digest, mail.html().orElse(""));
    for (InboundFile file : mail.files()) {
      add(digest, file.name());
      add(digest, file.content());
    }
    return new ContentKey(HexFormat.of().formatHex(digest.digest()));
  }

  /** The same for every mail in which somebody says the same, whenever they send it. */
  static ContentKey ofWords(InboundMessage mail) {
    MessageDigest digest = digest();
    add(digest, mail.sender().map(EmailAddress::value).orElse(""));
    add(digest, mail.subject());
    add(digest, mail.text());
    for (InboundFile file : mail.files()) {
      add(digest, file.content());
    }
    return new ContentKey(HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length, so that no text can move from one field to the next. */
  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, Spool file) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt((int) file.size()).flip());
    try (InputStream in = file.open()) {
      byte[] bytes = new byte[16 * 1024];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        digest.update(bytes, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
