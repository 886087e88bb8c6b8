package org.tierline.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the mail settings from MicroProfile Config. */
@Dependent
class MailConfiguration {

  @Produces
  @Singleton
  MailSettings mail(
      @ConfigProperty(
              name = "tierline.mail.support-address",
              defaultValue = "support@tierline.example")
          String supportAddress) {
    return new MailSettings(
        EmailAddress.parse(supportAddress)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "tierline.mail.support-address is not a mail address: " + supportAddress)));
  }
}
