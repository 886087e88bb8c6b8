package org.tierline.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the intake settings from MicroProfile Config. */
@Dependent
class IntakeConfiguration {

  @Produces
  @Singleton
  IntakeSettings intake(
      @ConfigProperty(name = "tierline.mail.imap.host") Optional<String> host,
      @ConfigProperty(name = "tierline.mail.imap.port", defaultValue = "143") int port,
      @ConfigProperty(name = "tierline.mail.imap.security", defaultValue = "none") String security,
      @ConfigProperty(name = "tierline.mail.imap.user") Optional<String> user,
      @ConfigProperty(name = "tierline.mail.imap.password") Optional<String> password,
      @ConfigProperty(name = "tierline.mail.imap.folder", defaultValue = "INBOX") String folder,
      @ConfigProperty(name = "tierline.mail.attachment-limit", defaultValue = "20971520")
          long maxAttachmentBytes) {
    return new IntakeSettings(
        host.filter(name -> !name.isBlank())
            .map(
                name ->
                    new IntakeSettings.MailboxAccount(
                        name,
                        port,
                        IntakeSettings.Security.valueOf(security.toUpperCase(Locale.ROOT)),
                        user.orElse(""),
                        password.orElse(""),
                        folder)),
        maxAttachmentBytes);
  }
}
