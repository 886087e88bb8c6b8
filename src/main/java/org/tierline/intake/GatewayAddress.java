package org.tierline.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the internet in the dress a gateway to another mail system gave it: an attribute
 * among those of X.400 (RFC 2156 §4.1, RFC 2157), or wrapped up by Exchange.
 */
final class GatewayAddress {

  private static final Pattern X400_ATTRIBUTE =
      Pattern.compile("(?:RFC-?822|SMTP)\\s?=\\s?([^/;\\s]{1,254})", Pattern.CASE_INSENSITIVE);

  /** All that is not a letter or a digit is a plus and two hexadecimal digits. */
  private static final Pattern WRAPPED =
      Pattern.compile("IMCEASMTP-([\\w.+-]{1,254})@.{0,254}", Pattern.CASE_INSENSITIVE);

  private static final Pattern WRAPPED_CHARACTER = Pattern.compile("\\+([0-9A-Fa-f]{2})");

  private GatewayAddress() {}

  /** What is in the dress; an address without one as it is. */
  static String undressed(String address) {
    Matcher attribute = X400_ATTRIBUTE.matcher(address);
    if (attribute.find()) {
      return attribute.group(1).replace("(a)", "@");
    }
    Matcher wrapped = WRAPPED.matcher(address.strip());
    return wrapped.matches() ? unwrapped(wrapped.group(1)) : address;
  }

  private static String unwrapped(String address) {
    return WRAPPED_CHARACTER
        .matcher(address)
        .replaceAll(
            hex ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
  }
}
