package org.tierline.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the notification settings from MicroProfile Config. */
@Dependent
class NotificationConfiguration {

  @Produces
  @Singleton
  AcknowledgementLimits acknowledgements(
      @ConfigProperty(name = "tierline.mail.acknowledgements-per-sender", defaultValue = "5")
          int perSender,
      @ConfigProperty(name = "tierline.mail.acknowledgements-per-domain", defaultValue = "200")
          int perDomain,
      @ConfigProperty(name = "tierline.mail.acknowledgements-unusual", defaultValue = "100")
          int unusual) {
    return new AcknowledgementLimits(perSender, perDomain, unusual);
  }
}
