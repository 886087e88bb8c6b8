package org.tierline.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.builder.PredicatedHandlersParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line of the server's configuration that keeps a browser on TLS once it came by it. */
class StrictTransportTest {

  private static final Pattern RULE =
      Pattern.compile("expression-filter=strict-transport:add\\(expression=\"(.*)\"\\)");

  @ParameterizedTest
  @CsvSource({"true, https, max-age=31536000", "true, http,", "false, https,"})
  void aBrowserStaysOnTlsWhereCookiesDo(String secureCookies, String scheme, String told)
      throws Exception {
    try (var server = new HandlerServer(configured(secureCookies))) {
      var answer = server.ask("X-Forwarded-Proto", scheme, "X-Forwarded-For", "192.0.2.7");

      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .isEqualTo(Optional.ofNullable(told));
    }
  }

  private static HttpHandler configured(String secureCookies) throws IOException {
    Matcher line = RULE.matcher(Files.readString(Path.of("wildfly-config/undertow.cli")));
    assertThat(line.find()).isTrue();
    String rule = line.group(1).replace("${env.TIERLINE_COOKIES_SECURE:false}", secureCookies);
    return Handlers.proxyPeerAddress(
        Handlers.predicates(
            PredicatedHandlersParser.parse(rule, StrictTransportTest.class.getClassLoader()),
            exchange -> exchange.getResponseSender().send("a page")));
  }
}
