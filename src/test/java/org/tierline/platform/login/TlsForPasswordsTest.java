package org.tierline.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsForPasswordsTest {

  private static final String ANA = "Basic YW5hOng=";

  private final HttpHandler desk =
      new TlsForPasswords(exchange -> exchange.getResponseSender().send("let in"));

  @Test
  void aPasswordFromThisMachineIsTaken() throws Exception {
    try (var server = new HandlerServer(desk)) {
      assertThat(server.ask("Authorization", ANA).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,   http,  Basic YW5hOng=,    403",
    "192.0.2.7,   http,  bAsIc YW5hOng=,    403",
    "2001:db8::7, http,  Basic YW5hOng=,    403",
    "192.0.2.7,   https, Basic YW5hOng=,    200",
    "127.0.0.1,   http,  Basic YW5hOng=,    200",
    "192.0.2.7,   http,  Bearer some-token, 200",
  })
  void behindAProxyItsWordCounts(String client, String scheme, String login, int status)
      throws Exception {
    try (var server = new HandlerServer(Handlers.proxyPeerAddress(desk))) {
      var answer =
          server.ask(
              "Authorization", login, "X-Forwarded-For", client, "X-Forwarded-Proto", scheme);

      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void withoutAProxyNobodysWordCountsAndTheRefusalSaysWhatToDo() throws Exception {
    try (var server = new HandlerServer(fromElsewhere(desk))) {
      HttpResponse<String> answer = server.ask("Authorization", ANA, "X-Forwarded-Proto", "https");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("by https", "TIERLINE_BEHIND_PROXY", "\"status\":403");
    }
  }

  @Test
  void whoeverComesWithoutAPasswordIsLetIn() throws Exception {
    try (var server = new HandlerServer(fromElsewhere(desk))) {
      assertThat(server.ask("Accept", "text/html").statusCode()).isEqualTo(200);
    }
  }

  private static HttpHandler fromElsewhere(HttpHandler next) {
    return exchange -> {
      exchange.setSourceAddress(InetSocketAddress.createUnresolved("192.0.2.7", 40000));
      next.handleRequest(exchange);
    };
  }
}
