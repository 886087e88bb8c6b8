package org.tierline.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;

/** Fills the settings of the outgoing mail server from MicroProfile Config. */
@Dependent
class SmtpConfiguration {

  private static final String PREFIX = "tierline.mail.smtp.";

  /** RFC 5321, 6409 and 8314. */
  private static final int PORT = 25;

  private static final int PORT_WITH_LOGIN = 587;
  private static final int PORT_WITH_TLS = 465;

  @Produces
  @Singleton
  SmtpSettings smtp(Config config, Clock clock) {
    return of(config, clock);
  }

  static SmtpSettings of(Config config, Clock clock) {
    SmtpSettings.Security security =
        isOn(config, "ssl")
            ? SmtpSettings.Security.TLS
            : isOn(config, "starttls")
                ? SmtpSettings.Security.STARTTLS
                : SmtpSettings.Security.NONE;
    Optional<SmtpSettings.Login> login =
        text(config, "user").map(user -> login(config, user, clock));
    var settings =
        new SmtpSettings(
            text(config, "host").orElse("localhost"),
            text(config, "port")
                .map(Integer::parseInt)
                .orElse(
                    security == SmtpSettings.Security.TLS
                        ? PORT_WITH_TLS
                        : login.isPresent() ? PORT_WITH_LOGIN : PORT),
            security,
            login);
    if (login.isPresent() && settings.isOverheard() && !isOn(config, "login-in-the-clear")) {
      throw new IllegalArgumentException(
          ("%suser: the login at %s would travel unprotected; set %sstarttls or %sssl to true,"
                  + " or %slogin-in-the-clear if the network between is yours alone")
              .formatted(PREFIX, settings.host(), PREFIX, PREFIX, PREFIX));
    }
    return settings;
  }

  private static SmtpSettings.Login login(Config config, String user, Clock clock) {
    return new SmtpSettings.Login(
        user,
        Proof.valueOf(text(config, "auth").orElse("password").toUpperCase(Locale.ROOT)),
        Credentials.of(key -> text(config, key), clock));
  }

  private static boolean isOn(Config config, String key) {
    return text(config, key).filter(Boolean::parseBoolean).isPresent();
  }

  private static Optional<String> text(Config config, String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }
}
