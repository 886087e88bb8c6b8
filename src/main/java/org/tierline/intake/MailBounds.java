package org.tierline.intake;

import java.time.Duration;
import org.tierline.platform.files.FileSettings;

/**
 * How much of the desk's work one mail may take. What goes beyond waits in quarantine.
 *
 * @param depth how deep parts may be nested
 * @param parts how many parts there may be
 * @param headerBytes how long the headers of the mail may be
 * @param decodedBytes what texts and files together may weigh once they are decoded; a file beyond
 *     it is refused, a text beyond it is an attack
 * @param fileBytes what a single file may weigh to be kept with the ticket
 * @param time how long reading may take
 */
record MailBounds(
    int depth, int parts, int headerBytes, long decodedBytes, long fileBytes, Duration time) {

  static final MailBounds DEFAULT =
      new MailBounds(
          30,
          500,
          256 * 1024,
          50L * 1024 * 1024,
          FileSettings.DEFAULT.mostBytes(),
          Duration.ofSeconds(10));
}
