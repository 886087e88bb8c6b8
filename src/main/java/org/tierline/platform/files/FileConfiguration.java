package org.tierline.platform.files;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the file settings from MicroProfile Config. */
@Dependent
class FileConfiguration {

  @Produces
  @Singleton
  FileSettings files(
      @ConfigProperty(name = "tierline.mail.attachment-limit", defaultValue = "20971520")
          long mostBytes) {
    return new FileSettings(mostBytes);
  }
}
