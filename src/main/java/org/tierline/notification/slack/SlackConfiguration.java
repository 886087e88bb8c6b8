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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Fills the Slack settings from MicroProfile Config. */
@Dependent
class SlackConfiguration {

  private static final Pattern CHANNEL = Pattern.compile("\\s*([a-z][a-z0-9-]*)=(\\S+)\\s*");

  @Produces
  @Singleton
  SlackSettings slack(Config config) {
    Map<String, String> channels =
        config
            .getOptionalValue("tierline.slack.channels", String.class)
            .map(SlackConfiguration::channels)
            .orElse(Map.of());
    return new SlackSettings(
        secret(config, "tierline.slack.token"),
        secret(config, "tierline.slack.webhook").map(URI::create),
        channels,
        secret(config, "tierline.slack.signing-secret"),
        config.getOptionalValue("tierline.slack.api", URI.class).orElse(SlackSettings.SLACK));
  }

  /** Such as {@code tier1=C0123456789,accounting=C9876543210}. */
  static Map<String, String> channels(String list) {
    Map<String, String> channels = new HashMap<>();
    for (String entry : list.split(",", -1)) {
      Matcher channel = CHANNEL.matcher(entry);
      if (!channel.matches()) {
        throw new IllegalArgumentException(
            "tierline.slack.channels: \"%s\" is not a team and its channel, such as tier1=C0123456789"
                .formatted(entry.strip()));
      }
      channels.put(channel.group(1), channel.group(2));
    }
    return channels;
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
