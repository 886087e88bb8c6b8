package org.tierline.intake;

import java.time.Duration;

/**
 * How much of the desk's work one mail may take. What goes beyond waits in quarantine.
 *
 * @param depth how deep parts may be nested
 * @param parts how many parts there may be
 * @param headerBytes how long the headers of the mail may be
 * @param decodedBytes what all parts together may weigh once they are decoded
 * @param time how long reading may take
 */
record MailBounds(int depth, int parts, int headerBytes, long decodedBytes, Duration time) {

  static final MailBounds DEFAULT =
      new MailBounds(30, 500, 256 * 1024, 50L * 1024 * 1024, Duration.ofSeconds(10));
}
