package org.tierline.platform.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;

/**
 * Takes a password that comes with a request (Basic credentials) only over TLS, or from this
 * machine: elsewhere everybody on the way could have read it. Registered in WildFly's configuration
 * as a filter before both applications. Behind a proxy that ends TLS the server has to know of it
 * ({@code TIERLINE_BEHIND_PROXY}); what it says about the request is believed then, and only then.
 */
public final class TlsForPasswords implements HttpHandler {

  private static final String BASIC = "basic ";

  private static final String PROBLEM =
      "{\"type\":\"/problems/tls-required\",\"title\":\"Passwords travel over TLS only\","
          + "\"status\":403,\"detail\":\"Send name and password by https. Behind a proxy that ends"
          + " TLS, the desk has to be started with TIERLINE_BEHIND_PROXY=true.\"}";

  private final HttpHandler next;

  public TlsForPasswords(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (carriesPassword(exchange) && !exchange.isSecure() && !isFromHere(exchange)) {
      refuse(exchange);
    } else {
      next.handleRequest(exchange);
    }
  }

  private static boolean carriesPassword(HttpServerExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length());
  }

  private static boolean isFromHere(HttpServerExchange exchange) {
    InetAddress source = exchange.getSourceAddress().getAddress();
    return source != null && source.isLoopbackAddress();
  }

  private static void refuse(HttpServerExchange exchange) {
    exchange.setStatusCode(StatusCodes.FORBIDDEN);
    exchange
        .getResponseHeaders()
        .put(Headers.CACHE_CONTROL, "no-store")
        .put(Headers.CONTENT_TYPE, "application/problem+json");
    exchange.getResponseSender().send(PROBLEM, UTF_8);
  }
}
