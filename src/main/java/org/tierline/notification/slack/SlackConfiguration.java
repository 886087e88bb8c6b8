package org.tierline.notification.slack;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Fills the Slack settings from MicroProfile Config. */
@Dependent
class SlackConfiguration {

  private static final String CHANNEL = "tierline.slack.channel.";

  @Produces
  @Singleton
  SlackSettings slack(Config config) {
    Map<String, String> channels = new HashMap<>();
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(CHANNEL))
        .forEach(
            name ->
                config
                    .getOptionalValue(name, String.class)
                    .ifPresent(id -> channels.put(name.substring(CHANNEL.length()), id)));
    return new SlackSettings(
        secret(config, "tierline.slack.token"),
        secret(config, "tierline.slack.webhook").map(URI::create),
        channels,
        secret(config, "tierline.slack.signing-secret"),
        config.getOptionalValue("tierline.slack.api", URI.class).orElse(SlackSettings.SLACK));
  }

  /** Given itself, or in a file that somebody else keeps. */
  private static Optional<String> secret(Config config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .or(
            () ->
                config
                    .getOptionalValue(key + "-file", String.class)
                    .map(Path::of)
                    .map(file -> read(key, file)));
  }

  private static String read(String key, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(key + "-file cannot be read", e);
    }
  }
}
