package org.tierline.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tierline.agent.TeamId;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.SameMachine;
import org.tierline.ticket.Entrance;

/**
 * Fills the intake settings from MicroProfile Config. A mailbox of {@code tierline.mail.mailboxes}
 * has keys of its own; what it does not say is as in the keys of all mailboxes.
 */
@Dependent
class IntakeConfiguration {

  private static final String ALL = "tierline.mail.";

  @Produces
  @Singleton
  IntakeLimits limits(Config config) {
    return new IntakeLimits(
        config.getOptionalValue(ALL + "tickets-per-sender", Integer.class).orElse(20),
        config.getOptionalValue(ALL + "tickets-per-domain", Integer.class).orElse(1000),
        config.getOptionalValue(ALL + "answers-per-sender", Integer.class).orElse(30));
  }

  @Produces
  @Singleton
  FormSenders formSenders(Config config) {
    return config
        .getOptionalValue(FormSenders.KEY, String.class)
        .map(FormSenders::of)
        .orElse(FormSenders.NONE);
  }

  @Produces
  @Singleton
  IntakeSettings intake(Config config, MailSettings mail, Clock clock) {
    return new IntakeSettings(mailboxes(config, mail.brands(), clock), sameMail(config));
  }

  static SameMail sameMail(Config config) {
    return config
        .getOptionalValue("tierline.intake.same-mail", String.class)
        .filter(value -> !value.isBlank())
        .map(value -> choice(SameMail.class, value.replace('-', '_')))
        .orElse(SameMail.ONCE);
  }

  static List<IntakeSettings.MailboxAccount> mailboxes(
      Config config, Map<String, Brand> brands, Clock clock) {
    if (brands.isEmpty()) {
      return account(new Keys(config, ALL), Optional.empty(), clock).stream().toList();
    }
    return brands.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            brand -> {
              var keys = new Keys(config, MailSettings.keyOf(brand.getKey()));
              var entrance =
                  new Entrance(
                      brand.getKey(),
                      keys.own("team").map(TeamId::new),
                      brand.getValue().language());
              return account(keys, Optional.of(entrance), clock)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Mailbox %s has no %simap.host"
                                  .formatted(brand.getKey(), keys.prefix())));
            })
        .toList();
  }

  private static Optional<IntakeSettings.MailboxAccount> account(
      Keys keys, Optional<Entrance> entrance, Clock clock) {
    return keys.get("imap.host")
        .map(
            host -> {
              var security =
                  choice(IntakeSettings.Security.class, keys.get("imap.security").orElse("none"));
              var proof = choice(Proof.class, keys.get("imap.auth").orElse("password"));
              demandProtected(host, security, keys);
              return new IntakeSettings.MailboxAccount(
                  host,
                  keys.get("imap.port")
                      .map(Integer::parseInt)
                      .orElse(security == IntakeSettings.Security.TLS ? 993 : 143),
                  security,
                  keys.get("imap.user").orElse(""),
                  proof,
                  Credentials.of(key -> keys.get("imap." + key), clock),
                  keys.get("imap.folder").orElse("INBOX"),
                  keys.get("imap.since").map(day -> startOf(day, keys.prefix())),
                  entrance);
            });
  }

  private static void demandProtected(String host, IntakeSettings.Security security, Keys keys) {
    boolean overheard = security == IntakeSettings.Security.NONE && !SameMachine.is(host);
    if (overheard && keys.get("imap.login-in-the-clear").filter(Boolean::parseBoolean).isEmpty()) {
      throw new IllegalArgumentException(
          ("%simap.security: the login at %s and all mails would travel unprotected; set it to"
                  + " starttls or tls, or %simap.login-in-the-clear to true if the network between"
                  + " is yours alone")
              .formatted(keys.prefix(), host, keys.prefix()));
    }
  }

  private static Instant startOf(String day, String prefix) {
    try {
      return LocalDate.parse(day.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%simap.since: \"%s\" is not a date such as 2026-01-31".formatted(prefix, day), e);
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String value) {
    return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
  }

  /** The keys of one mailbox. */
  private record Keys(Config config, String prefix) {

    Optional<String> own(String key) {
      return config.getOptionalValue(prefix + key, String.class).filter(value -> !value.isBlank());
    }

    Optional<String> get(String key) {
      return own(key)
          .or(() -> config.getOptionalValue(ALL + key, String.class))
          .filter(value -> !value.isBlank());
    }
  }
}
