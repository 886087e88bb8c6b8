package org.tierline.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.tierline.platform.TestClock;

/** Outgoing mails as they arrive elsewhere. */
public final class Letters {

  private Letters() {}

  public static byte[] asSent(OutgoingMail mail) {
    var bytes = new ByteArrayOutputStream();
    try {
      LetterForm.of(
              Session.getInstance(new Properties()), Optional.empty(), mail, TestClock.MONDAY_9AM)
          .writeTo(bytes);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
