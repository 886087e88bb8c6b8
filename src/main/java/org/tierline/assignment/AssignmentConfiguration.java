package org.tierline.assignment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tierline.ticket.Demand;

/** Fills what a manager may set about assignment from MicroProfile Config. */
@Dependent
class AssignmentConfiguration {

  @Produces
  @Singleton
  AssignmentRules rules(
      @ConfigProperty(name = "tierline.assignment.language", defaultValue = "PREFER")
          Demand language,
      @ConfigProperty(name = "tierline.assignment.long-absence", defaultValue = "PT8H")
          Duration longAbsence) {
    return new AssignmentRules(language, longAbsence);
  }
}
