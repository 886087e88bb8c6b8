package org.tierline.notification.slack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the desk takes part in Slack.
 *
 * @param token of the desk's Slack app, which lets it write to people and channels
 * @param webhook an incoming webhook of one channel, for desks without an app
 * @param channels where teams are told, by the team's name
 * @param signingSecret by which Slack's requests are known
 * @param api where Slack's methods are; another only in tests
 */
public record SlackSettings(
    Optional<String> token,
    Optional<URI> webhook,
    Map<String, String> channels,
    Optional<String> signingSecret,
    URI api) {

  static final URI SLACK = URI.create("https://slack.com/api/");

  private static final Set<String> HOSTS = Set.of("hooks.slack.com", "slack.com", "www.slack.com");

  public SlackSettings {
    channels = Map.copyOf(channels);
    if (!api.getPath().endsWith("/")) {
      throw new IllegalArgumentException("tierline.slack.api does not end with a slash: " + api);
    }
    if (webhook.isPresent() && !mayCall(webhook.get(), api)) {
      throw new IllegalArgumentException("tierline.slack.webhook is not an address of Slack");
    }
  }

  /** A desk that has no Slack. */
  public static SlackSettings none() {
    return new SlackSettings(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), SLACK);
  }

  /** Whether the desk may send something there: to Slack over TLS, or to the stand-in of a test. */
  public boolean mayCall(URI address) {
    return mayCall(address, api);
  }

  private static boolean mayCall(URI address, URI api) {
    boolean slack =
        "https".equals(address.getScheme())
            && address.getHost() != null
            && HOSTS.contains(address.getHost())
            && address.getPort() == -1
            && address.getUserInfo() == null;
    boolean standIn =
        !api.equals(SLACK)
            && api.getScheme().equals(address.getScheme())
            && api.getRawAuthority().equals(address.getRawAuthority());
    return slack || standIn;
  }

  /** Never shows a secret. */
  @Override
  public String toString() {
    return "SlackSettings[channels=%s, api=%s]".formatted(channels, api);
  }
}
