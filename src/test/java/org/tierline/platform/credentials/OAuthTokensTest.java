package org.tierline.platform.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;

/** Against an authorization server that answers from a script. */
class OAuthTokensTest {

  private record Answer(int status, String body) {}

  private final TestClock clock = new TestClock();
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          Answer answer = script.remove();
          byte[] body = answer.body().getBytes(UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aTokenIsUsedUntilShortlyBeforeItExpires() throws Exception {
    script.add(new Answer(200, "{\"access_token\":\"first\",\"expires_in\":3600}"));
    script.add(new Answer(200, "{\"access_token\":\"second\",\"expires_in\":3600}"));
    OAuthTokens tokens = tokens(Optional.of("for ever"));

    assertThat(tokens.current()).isEqualTo("first");
    clock.pass(Duration.ofMinutes(58));
    assertThat(tokens.current()).isEqualTo("first");
    clock.pass(Duration.ofMinutes(2));
    assertThat(tokens.current()).isEqualTo("second");

    assertThat(asked)
        .hasSize(2)
        .containsOnly(
            "grant_type=refresh_token&client_id=desk&client_secret=s%26cret"
                + "&refresh_token=for+ever&scope=mail");
  }

  @Test
  void aRefusedTokenIsReplacedAtOnceAndANewRefreshTokenRemembered() throws Exception {
    script.add(new Answer(200, "{\"access_token\":\"revoked\",\"refresh_token\":\"next\"}"));
    script.add(new Answer(200, "{\"access_token\":\"fresh\"}"));
    OAuthTokens tokens = tokens(Optional.of("first"));
    tokens.current();

    assertThat(tokens.renew()).isTrue();

    assertThat(tokens.current()).isEqualTo("fresh");
    assertThat(asked.get(1)).contains("refresh_token=next");
  }

  @Test
  void withoutARefreshTokenTheClientsOwnSecretHasToDo() throws Exception {
    script.add(new Answer(200, "{\"access_token\":\"t\"}"));

    tokens(Optional.empty()).current();

    assertThat(asked.get(0)).startsWith("grant_type=client_credentials&");
  }

  @Test
  void tellsARefusalFromAServerInTrouble() {
    script.add(new Answer(400, "{\"error\":\"invalid_grant\"}"));
    script.add(new Answer(503, "<html>try later</html>"));
    OAuthTokens tokens = tokens(Optional.of("revoked"));

    assertThatExceptionOfType(CredentialsUnavailableException.class)
        .isThrownBy(tokens::current)
        .withMessageContaining("invalid_grant")
        .matches(CredentialsUnavailableException::isRefused);
    assertThatExceptionOfType(CredentialsUnavailableException.class)
        .isThrownBy(tokens::current)
        .matches(e -> !e.isRefused());
  }

  @Test
  void secretsTravelProtectedOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> client("http://login.example/token"));
  }

  private OAuthTokens tokens(Optional<String> refreshToken) {
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    OAuthTokens.Client client = client(endpoint);
    return new OAuthTokens(
        new OAuthTokens.Client(
            client.tokenEndpoint(), client.id(), client.secret(), refreshToken, client.scope()),
        clock);
  }

  private static OAuthTokens.Client client(String endpoint) {
    return new OAuthTokens.Client(
        URI.create(endpoint), "desk", Optional.of("s&cret"), Optional.empty(), Optional.of("mail"));
  }
}
