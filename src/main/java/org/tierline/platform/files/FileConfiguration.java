package org.tierline.platform.files;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
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

  @Produces
  @Singleton
  VirusScanner scanner(
      @ConfigProperty(name = "tierline.mail.clamav.host") Optional<String> host,
      @ConfigProperty(name = "tierline.mail.clamav.port", defaultValue = "3310") int port,
      @ConfigProperty(name = "tierline.mail.clamav.timeout", defaultValue = "PT20S")
          Duration patience) {
    return host.filter(name -> !name.isBlank())
        .<VirusScanner>map(name -> new ClamAv(name, port, patience))
        .orElse(VirusScanner.NONE);
  }
}
