package org.tierline.platform.mail;

import java.util.List;

/**
 * How our mails prove that they are ours.
 *
 * @param plusAddressing whether mail to {@code support+anything@} reaches the support mailbox, so
 *     that a reply address of its own may name the ticket
 * @param keys secrets the operator supplies; the first one seals, the others still verify
 */
record SealSettings(boolean plusAddressing, List<String> keys) {

  private static final int MIN_KEY_LENGTH = 16;

  SealSettings {
    keys = List.copyOf(keys);
    if (keys.stream().anyMatch(key -> key.length() < MIN_KEY_LENGTH)) {
      throw new IllegalArgumentException(
          "tierline.mail.seal-keys: a key has at least " + MIN_KEY_LENGTH + " characters");
    }
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "SealSettings[plusAddressing=" + plusAddressing + "]";
  }
}
