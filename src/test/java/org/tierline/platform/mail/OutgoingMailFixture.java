package org.tierline.platform.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Mails for tests. */
public final class OutgoingMailFixture {

  public static final EmailAddress SUPPORT = new EmailAddress("support@tierline.example");
  public static final EmailAddress CARLA = new EmailAddress("carla@customer.example");
  public static final Brand HOUSE =
      new Brand(new HeaderText("Tierline"), SUPPORT, Optional.empty());
  public static final MailSettings SETTINGS = new MailSettings(HOUSE, Map.of());

  /** The seal of the desk under test. */
  public static final MailSeal SEAL = sealOf("the desk under test");

  private OutgoingMailFixture() {}

  /** Every desk has a seal of its own. */
  public static MailSeal sealOf(String desk) {
    byte[] key = desk.getBytes(StandardCharsets.UTF_8);
    return new MailSeal(() -> List.of(key), new SealSettings(true, List.of()));
  }

  public static OutgoingMail aMail(String subject) {
    return aMail(subject, Optional.of(UUID.randomUUID()));
  }

  public static OutgoingMail aMail(String subject, AutoSubmitted autoSubmitted) {
    return aMail(subject, Optional.of(UUID.randomUUID()), autoSubmitted);
  }

  public static OutgoingMail aMail(String subject, Optional<UUID> ticket) {
    return aMail(subject, ticket, AutoSubmitted.AUTO_REPLIED);
  }

  private static OutgoingMail aMail(
      String subject, Optional<UUID> ticket, AutoSubmitted autoSubmitted) {
    return new OutgoingMail(
        new MailId("<" + UUID.randomUUID() + "@tierline.example>"),
        ticket,
        Audience.CUSTOMER,
        CARLA,
        HOUSE,
        new HeaderText(subject),
        "We have it.\n",
        "<p>We have it.</p>",
        Optional.of(new MailId("<question@customer.example>")),
        List.of(new MailId("<first@customer.example>"), new MailId("<question@customer.example>")),
        autoSubmitted);
  }
}
