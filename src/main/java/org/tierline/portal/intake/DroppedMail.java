package org.tierline.portal.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * The mail in a sent form, byte by byte. JAX-RS would take a part that is a mail apart and hand out
 * none of its bytes, so the form is read here.
 */
final class DroppedMail {

  private DroppedMail() {}

  /** The field of that name; nothing when it is missing or empty. */
  static byte[] in(byte[] form, String type, String field) {
    try {
      var parts = new MimeMultipart(new ByteArrayDataSource(form, type));
      for (int i = 0; i < parts.getCount(); i++) {
        if (parts.getBodyPart(i) instanceof MimeBodyPart part && isField(part, field)) {
          try (InputStream in = part.getRawInputStream()) {
            return in.readAllBytes();
          }
        }
      }
      return new byte[0];
    } catch (MessagingException | IOException e) {
      return new byte[0]; // no form, as good as an empty one
    }
  }

  private static boolean isField(MimeBodyPart part, String field) throws MessagingException {
    String disposition = part.getHeader("Content-Disposition", null);
    return disposition != null && disposition.contains("name=\"" + field + "\"");
  }
}
