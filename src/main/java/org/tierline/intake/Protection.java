package org.tierline.intake;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells signed and encrypted mails, so that they are shown as what they are. The desk has no keys:
 * it neither opens nor vouches for anything.
 */
final class Protection {

  static final String SIGNED = "signed";
  static final String ENCRYPTED = "encrypted";

  /** How it is signed or encrypted, where the mail says so. */
  static final String SMIME = "s/mime";

  static final String PGP = "pgp";

  /** The text lies inside the signature. */
  static final String OPAQUE = "opaque";

  private Protection() {}

  /** The flags a part gives its mail. */
  static List<String> of(MailPart part) throws MessagingException {
    String declared = part.header("Content-Type").toLowerCase(Locale.ROOT);
    return switch (part.type()) {
      case "multipart/signed" -> byProtocol(SIGNED, declared);
      case "multipart/encrypted" -> byProtocol(ENCRYPTED, declared);
      case "application/pkcs7-mime", "application/x-pkcs7-mime" -> wrapped(declared);
      default -> List.of();
    };
  }

  private static List<String> byProtocol(String flag, String declared) {
    if (declared.contains("pkcs7-")) {
      return List.of(flag, SMIME);
    }
    return declared.contains("pgp-") ? List.of(flag, PGP) : List.of(flag);
  }

  /** RFC 8551 §3.2.2. */
  private static List<String> wrapped(String declared) {
    if (declared.contains("signed-data")) {
      return List.of(SIGNED, SMIME, OPAQUE);
    }
    return declared.contains("certs-only") ? List.of() : List.of(ENCRYPTED, SMIME);
  }

  /** PGP as it was written before there was a part for it. */
  static List<String> inText(String text) {
    if (text.contains("-----BEGIN PGP MESSAGE-----")) {
      return List.of(ENCRYPTED, PGP);
    }
    return text.contains("-----BEGIN PGP SIGNED MESSAGE-----") ? List.of(SIGNED, PGP) : List.of();
  }

  /** What an agent should know of a mail with these flags, if it is protected. */
  static Optional<String> remark(List<String> flags) {
    String how = flags.contains(SMIME) ? " (S/MIME)" : flags.contains(PGP) ? " (PGP)" : "";
    if (flags.contains(ENCRYPTED)) {
      return Optional.of(
          "its mail is encrypted%s; the desk cannot read it. The original is attached to the message"
              .formatted(how));
    }
    if (flags.contains(OPAQUE)) {
      return Optional.of(
          "its mail is signed%s, and its text lies inside the signature, where the desk cannot"
                  .formatted(how)
              + " read it. The original is attached to the message");
    }
    return flags.contains(SIGNED)
        ? Optional.of("its mail is signed%s; the desk has not checked the signature".formatted(how))
        : Optional.empty();
  }
}
