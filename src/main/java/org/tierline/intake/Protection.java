package org.tierline.intake;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;

/**
 * Tells signed and encrypted mails, so that they are shown as what they are. The desk has no keys:
 * it neither opens nor vouches for anything.
 */
final class Protection {

  static final String SIGNED = "signed";
  static final String ENCRYPTED = "encrypted";

  private Protection() {}

  /** The flags a part gives its mail. */
  static List<String> of(MailPart part) throws MessagingException {
    return switch (part.type()) {
      case "multipart/signed" -> List.of(SIGNED);
      case "multipart/encrypted" -> List.of(ENCRYPTED);
      case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
          part.header("Content-Type").toLowerCase(Locale.ROOT).contains("signed-data")
              ? List.of(SIGNED)
              : List.of(ENCRYPTED);
      default -> List.of();
    };
  }

  /** PGP as it was written before there was a part for it. */
  static List<String> inText(String text) {
    if (text.contains("-----BEGIN PGP MESSAGE-----")) {
      return List.of(ENCRYPTED);
    }
    return text.contains("-----BEGIN PGP SIGNED MESSAGE-----") ? List.of(SIGNED) : List.of();
  }
}
