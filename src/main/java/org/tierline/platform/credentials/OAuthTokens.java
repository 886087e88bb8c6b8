package org.tierline.platform.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an authorization server, got for a refresh token that an administrator obtained once,
 * or for the client's own secret where the provider allows that (RFC 6749 §6, §4.4).
 */
final class OAuthTokens implements Credentials {

  private static final Duration TIME_OUT = Duration.ofSeconds(20);

  /** A token that is about to expire would fail in the middle of a visit. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private static final Duration USUAL_LIFE = Duration.ofMinutes(50);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Client client;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIME_OUT).build();

  private Optional<String> refreshToken;
  private @Nullable String token;
  private Instant goodUntil = Instant.MIN;

  /** Who we are to the authorization server. */
  record Client(
      URI tokenEndpoint,
      String id,
      Optional<String> secret,
      Optional<String> refreshToken,
      Optional<String> scope) {

    Client {
      boolean local = "127.0.0.1".equals(tokenEndpoint.getHost());
      if (!"https".equals(tokenEndpoint.getScheme()) && !local) {
        throw new IllegalArgumentException("A token endpoint is asked by https only");
      }
    }

    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
      return id + " at " + tokenEndpoint;
    }
  }

  OAuthTokens(Client client, Clock clock) {
    this.client = client;
    this.clock = clock;
    this.refreshToken = client.refreshToken();
  }

  @Override
  public String current() throws CredentialsUnavailableException {
    String known = token;
    return known != null && clock.instant().isBefore(goodUntil) ? known : fetch();
  }

  @Override
  public boolean renew() throws CredentialsUnavailableException {
    String refused = token;
    return !fetch().equals(refused);
  }

  private String fetch() throws CredentialsUnavailableException {
    token = null;
    HttpResponse<String> response = ask();
    JsonNode answer = json(response.body());
    if (response.statusCode() != 200 || !answer.hasNonNull("access_token")) {
      boolean refused = response.statusCode() / 100 == 4 && response.statusCode() != 429;
      throw new CredentialsUnavailableException(
          "%s gives no token: HTTP %d %s"
              .formatted(client.tokenEndpoint(), response.statusCode(), error(answer)),
          refused,
          null);
    }
    String fresh = answer.get("access_token").asText();
    Duration life =
        Duration.ofSeconds(answer.path("expires_in").asLong(USUAL_LIFE.plus(MARGIN).toSeconds()));
    goodUntil = clock.instant().plus(life).minus(MARGIN);
    if (answer.hasNonNull("refresh_token")) {
      refreshToken = Optional.of(answer.get("refresh_token").asText());
    }
    token = fresh;
    return fresh;
  }

  private static String error(JsonNode answer) {
    String error = answer.path("error").asText().replaceAll("[^\\x20-\\x7e]", " ");
    return error.substring(0, Math.min(error.length(), 80)).strip();
  }

  private HttpResponse<String> ask() throws CredentialsUnavailableException {
    HttpRequest request =
        HttpRequest.newBuilder(client.tokenEndpoint())
            .timeout(TIME_OUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form()))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CredentialsUnavailableException(
          client.tokenEndpoint() + " does not answer: " + e.getMessage(), false, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsUnavailableException("The desk is closing", false, e);
    }
  }

  private String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", refreshToken.isPresent() ? "refresh_token" : "client_credentials");
    fields.put("client_id", client.id());
    client.secret().ifPresent(secret -> fields.put("client_secret", secret));
    refreshToken.ifPresent(refresh -> fields.put("refresh_token", refresh));
    client.scope().ifPresent(scope -> fields.put("scope", scope));
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode(); // an error page of a proxy, perhaps
    }
  }
}
