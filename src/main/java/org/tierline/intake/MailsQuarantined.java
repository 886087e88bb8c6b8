package org.tierline.intake;

import java.util.List;

/**
 * Mails wait in quarantine that nobody was told of yet. Each is announced once, those of one moment
 * together.
 *
 * @param waiting how many wait in all
 */
public record MailsQuarantined(List<Entry> mails, long waiting) {

  public MailsQuarantined {
    mails = List.copyOf(mails);
  }

  /** One mail; what strangers wrote is text and nothing else. */
  public record Entry(String sender, String subject, String reason) {}
}
