package org.tierline.portal.intake;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tierline.platform.files.Spool;

/**
 * The mail in a sent form, byte by byte. JAX-RS would take a part that is a mail apart and hand out
 * none of its bytes, so the form is read here.
 */
final class DroppedMail {

  private DroppedMail() {}

  /** The field of that name, for the caller to close; nothing when it is missing or empty. */
  static Spool in(Spool form, String type, String field) {
    try {
      var parts = new MimeMultipart(new Form(form, type));
      for (int i = 0; i < parts.getCount(); i++) {
        if (parts.getBodyPart(i) instanceof MimeBodyPart part && isField(part, field)) {
          try (InputStream in = part.getRawInputStream()) {
            return Spool.of(in);
          }
        }
      }
      return new Spool();
    } catch (MessagingException | IOException e) {
      return new Spool(); // no form, as good as an empty one
    }
  }

  private static boolean isField(MimeBodyPart part, String field) throws MessagingException {
    String disposition = part.getHeader("Content-Disposition", null);
    return disposition != null && disposition.contains("name=\"" + field + "\"");
  }

  /** A form as Jakarta Mail takes it. */
  private record Form(Spool content, String type) implements DataSource {

    @Override
    public InputStream getInputStream() {
      return content.open();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("What was sent is not written to");
    }

    @Override
    public String getContentType() {
      return type;
    }

    @Override
    public String getName() {
      return "form";
    }
  }
}
