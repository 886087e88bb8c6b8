package org.tierline.platform.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Duration;

/**
 * Why nobody is even asked whether a password is right: a page for people, a problem for programs
 * (RFC 9457).
 *
 * @param pause until it is worth trying again
 * @param hint what else the person could do
 */
record LoginRefusal(
    int status, String type, String title, String text, String hint, Duration pause) {

  static final LoginRefusal ACCOUNTS_AWAY =
      new LoginRefusal(
          StatusCodes.SERVICE_UNAVAILABLE,
          "about:blank",
          "Service Unavailable",
          "The desk's database does not answer. Try again in a minute.",
          "Your password was not looked at.",
          Duration.ofSeconds(30));

  static LoginRefusal tooManyTries(Duration wait) {
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return new LoginRefusal(
        StatusCodes.TOO_MANY_REQUESTS,
        "/problems/too-many-logins",
        "Too many wrong passwords",
        "Too many wrong passwords. Try again in %d minute%s."
            .formatted(minutes, minutes == 1 ? "" : "s"),
        "If you forgot your password, ask your administrator for a new one.",
        wait);
  }

  void send(HttpServerExchange exchange, boolean byForm) {
    exchange.setStatusCode(status);
    exchange
        .getResponseHeaders()
        .put(Headers.RETRY_AFTER, Math.max(1, pause.toSeconds()))
        .put(Headers.CACHE_CONTROL, "no-store")
        .put(
            Headers.CONTENT_TYPE, byForm ? "text/html; charset=UTF-8" : "application/problem+json");
    exchange.getResponseSender().send(byForm ? page() : problem(), UTF_8);
  }

  private String problem() {
    return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(type, title, status, text);
  }

  private String page() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Log in – Tierline</title>
          <link rel="stylesheet" href="/assets/tierline.css">
        </head>
        <body>
          <main class="narrow">
            <div class="card">
              <h1>Log in</h1>
              <p class="alert bad" role="alert">%s</p>
              <p>%s</p>
            </div>
          </main>
        </body>
        </html>
        """
        .formatted(text, hint);
  }
}
