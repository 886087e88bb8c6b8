package org.tierline.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the desk's settings from MicroProfile Config; the environment overrides every key. */
@Dependent
class Settings {

  @Produces
  @Singleton
  DeskSettings desk(
      @ConfigProperty(name = "tierline.desk.name", defaultValue = "Tierline") String name,
      @ConfigProperty(name = "tierline.desk.base-url", defaultValue = "http://localhost:8080")
          URI baseUrl,
      @ConfigProperty(name = "tierline.desk.zone", defaultValue = "UTC") String zone) {
    return new DeskSettings(name, baseUrl, ZoneId.of(zone));
  }

  @Produces
  @Singleton
  DataDirectory dataDirectory(
      @ConfigProperty(
              name = "tierline.data.dir",
              defaultValue = "${jboss.server.data.dir}/tierline")
          String path) {
    return new DataDirectory(Path.of(path));
  }
}
