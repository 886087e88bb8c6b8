package org.tierline.notification.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Slack's own client, as the desk uses it. */
@ApplicationScoped
class SlackConnection {

  private static final int TIMEOUT_MILLIS = 10_000;

  /** Slack takes a form within three seconds after the button was pressed, and none later. */
  private static final Duration WHILE_SOMEBODY_WAITS = Duration.ofMillis(2_500);

  private final OkHttpClient http;
  private final Slack patient;
  private final Slack prompt;

  @Inject
  SlackConnection(SlackSettings settings) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.api().toString());
    config.setStatsEnabled(false); // else it asks Slack who we are before it says anything
    config.setHttpClientCallTimeoutMillis(TIMEOUT_MILLIS);
    config.setHttpClientReadTimeoutMillis(TIMEOUT_MILLIS);
    // whoever answers with a redirect does not make us call somewhere else
    this.http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
    this.patient = Slack.getInstance(config, new SlackHttpClient(http));
    this.prompt =
        Slack.getInstance(
            config,
            new SlackHttpClient(http.newBuilder().callTimeout(WHILE_SOMEBODY_WAITS).build()));
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlackConnection() {
    this.http = null;
    this.patient = null;
    this.prompt = null;
  }

  @PreDestroy
  void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** For what no method of Slack's is there for, such as a webhook. */
  OkHttpClient http() {
    return http;
  }

  /** For what can be tried again. */
  Slack patient() {
    return patient;
  }

  /** For what is too late in a moment. */
  Slack prompt() {
    return prompt;
  }
}
