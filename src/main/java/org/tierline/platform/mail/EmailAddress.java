package org.tierline.platform.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address a mail may be sent to or from: {@code local@domain} in lower case, without display
 * name. Control characters and anything above 0x7E are refused, so that no address can smuggle a
 * second SMTP command or header (RFC 5321 §4.1.2 without SMTPUTF8).
 */
public record EmailAddress(String value) {

  /** RFC 5321 §4.5.3.1.3 allows 256 octets for a path, brackets included. */
  private static final int MAX_LENGTH = 254;

  private static final Pattern FORM =
      Pattern.compile("[!#$%&'*+/=?^_`{|}~.a-z0-9-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

  public EmailAddress {
    if (!isAcceptable(value)) {
      throw new IllegalArgumentException("Not a mail address: " + HeaderText.printable(value));
    }
  }

  /** Reads an address a person or a mail gave us; empty when it is none we would send mail to. */
  public static Optional<EmailAddress> parse(String text) {
    String candidate = text.strip().toLowerCase(Locale.ROOT);
    return isAcceptable(candidate) ? Optional.of(new EmailAddress(candidate)) : Optional.empty();
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  private static boolean isAcceptable(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches() && !text.contains("..");
  }

  @Override
  public String toString() {
    return value;
  }
}
