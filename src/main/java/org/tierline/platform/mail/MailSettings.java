package org.tierline.platform.mail;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the desk takes part in mail.
 *
 * @param house as whom it writes where nothing more special is known
 * @param brands as whom it writes to customers who came through a mailbox, by the mailbox's name
 */
public record MailSettings(Brand house, Map<String, Brand> brands) {

  /** Where customers of a desk write to that nobody has set up yet. */
  static final EmailAddress EXAMPLE = new EmailAddress("support@tierline.example");

  public MailSettings {
    brands = Map.copyOf(brands);
  }

  /** How the settings of one of several mailboxes begin. */
  public static String keyOf(String mailbox) {
    return "tierline.mail.mailbox." + mailbox + ".";
  }

  /** Where customers write to, unless their brand has an address of its own. */
  public EmailAddress supportAddress() {
    return house.address();
  }

  /** As whom to write to a customer who came through this mailbox, if through any. */
  public Brand brand(Optional<String> mailbox) {
    return mailbox.map(brands::get).orElse(house);
  }

  /** Whether mail from this address is our own. */
  public boolean isOurs(EmailAddress address) {
    return Stream.concat(Stream.of(house), brands.values().stream())
        .anyMatch(brand -> brand.address().equals(address));
  }

  /**
   * Whether mail to this address comes to us: to one of ours, or where our mails ask for answers.
   */
  public boolean reachesUs(EmailAddress address, MailSeal seal) {
    return isOurs(address) || seal.ticketOf(address).isPresent();
  }
}
