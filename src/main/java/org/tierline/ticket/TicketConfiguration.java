package org.tierline.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills what a manager may set about tickets from MicroProfile Config. */
@Dependent
class TicketConfiguration {

  @Produces
  @Singleton
  PatiencePolicy patience(
      @ConfigProperty(name = "tierline.ticket.remind-after", defaultValue = "P3D")
          Duration beforeReminder,
      @ConfigProperty(name = "tierline.ticket.remind-again-after", defaultValue = "P5D")
          Duration beforeLastReminder,
      @ConfigProperty(name = "tierline.ticket.give-up-after", defaultValue = "P7D")
          Duration beforeGivingUp,
      @ConfigProperty(name = "tierline.ticket.close-after", defaultValue = "P3D")
          Duration beforeClosing) {
    return new PatiencePolicy(beforeReminder, beforeLastReminder, beforeGivingUp, beforeClosing);
  }
}
