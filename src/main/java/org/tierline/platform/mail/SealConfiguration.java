package org.tierline.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the settings of the seal from MicroProfile Config. */
@Dependent
class SealConfiguration {

  @Produces
  @Singleton
  SealSettings seal(
      @ConfigProperty(name = "tierline.mail.plus-addressing", defaultValue = "false")
          boolean plusAddressing,
      @ConfigProperty(name = "tierline.mail.seal-keys") Optional<String> keys) {
    List<String> supplied =
        keys.stream()
            .flatMap(list -> Stream.of(list.split(",", -1)))
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .toList();
    return new SealSettings(plusAddressing, supplied);
  }
}
