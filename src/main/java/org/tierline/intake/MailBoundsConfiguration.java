package org.tierline.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tierline.platform.files.FileSettings;

/** Fills the bounds of a mail from MicroProfile Config. */
@Dependent
class MailBoundsConfiguration {

  @Produces
  @Singleton
  MailBounds bounds(
      FileSettings files,
      @ConfigProperty(name = "tierline.mail.max-depth", defaultValue = "30") int depth,
      @ConfigProperty(name = "tierline.mail.max-parts", defaultValue = "500") int parts,
      @ConfigProperty(name = "tierline.mail.max-header-bytes", defaultValue = "262144")
          int headerBytes,
      @ConfigProperty(name = "tierline.mail.max-decoded-bytes", defaultValue = "52428800")
          long decodedBytes,
      @ConfigProperty(name = "tierline.mail.max-reading-time", defaultValue = "PT10S")
          Duration time) {
    return new MailBounds(depth, parts, headerBytes, decodedBytes, files.mostBytes(), time);
  }
}
