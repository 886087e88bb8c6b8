package org.tierline.portal.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a request says, in so few letters that two can be compared without keeping either. */
record Fingerprint(String value) {

  static Fingerprint of(List<String> parts) {
    var all = new StringBuilder();
    parts.forEach(part -> all.append(part.length()).append(':').append(part));
    try {
      return new Fingerprint(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(all.toString().getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
