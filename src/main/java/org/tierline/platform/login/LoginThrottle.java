package org.tierline.platform.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.security.api.SecurityContext;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.EagerFormParsingHandler;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormEncodedDataDefinition;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody guess passwords: after a few wrong ones, by the login page or by Basic credentials,
 * further tries for that account from that address are answered with 429 until some time has
 * passed. While the database of the accounts is away nobody is told that their password is wrong:
 * such tries are answered with 503 and not counted. Registered in WildFly's configuration as a
 * filter before both applications.
 */
public final class LoginThrottle implements HttpHandler {

  private static final Logger LOG = System.getLogger(LoginThrottle.class.getName());

  private static final String FORM_LOGIN = "/j_security_check";
  private static final String BASIC = "basic ";
  private static final int MAX_LOGGED_LENGTH = 64;

  private final HttpHandler next;
  private final HttpHandler forms;
  private final FailedLogins failedLogins = new FailedLogins(Clock.systemUTC());
  private final BooleanSupplier accountsAreAway;

  public LoginThrottle(HttpHandler next) {
    this(next, AccountsDatabase::isAway);
  }

  LoginThrottle(HttpHandler next, BooleanSupplier accountsAreAway) {
    this.next = next;
    this.accountsAreAway = accountsAreAway;
    this.forms =
        new EagerFormParsingHandler(
                FormParserFactory.builder(false)
                    .addParsers(new FormEncodedDataDefinition().setDefaultEncoding(UTF_8.name()))
                    .build())
            .setNext(this::form);
  }

  @Override
  @SuppressWarnings("ProtectedMembersInFinalClass")
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.getRelativePath().endsWith(FORM_LOGIN)) {
      forms.handleRequest(exchange);
      return;
    }
    Optional<String> account = basicAccount(exchange);
    if (account.isPresent()) {
      login(exchange, account.get(), false);
    } else {
      next.handleRequest(exchange);
    }
  }

  private void form(HttpServerExchange exchange) throws Exception {
    FormData data = exchange.getAttachment(FormDataParser.FORM_DATA);
    FormData.@Nullable FormValue name = data == null ? null : data.getFirst("j_username");
    login(exchange, name == null ? "" : name.getValue(), true);
  }

  private void login(HttpServerExchange exchange, String account, boolean byForm) throws Exception {
    if (exchange.isInIoThread()) {
      exchange.dispatch(worker -> login(worker, account, byForm)); // asking the database takes time
      return;
    }
    if (accountsAreAway.getAsBoolean()) {
      LoginRefusal.ACCOUNTS_AWAY.send(exchange, byForm);
      return;
    }
    String address = address(exchange);
    Optional<Duration> wait = failedLogins.tries(account, address);
    if (wait.isPresent()) {
      LoginRefusal.tooManyTries(wait.get()).send(exchange, byForm);
      return;
    }
    exchange.addExchangeCompleteListener(
        (done, listener) -> {
          try {
            note(account, address, byForm ? isRedirected(done) : isKnown(done));
          } finally {
            listener.proceed();
          }
        });
    next.handleRequest(exchange);
  }

  private void note(String account, String address, boolean succeeded) {
    if (succeeded) {
      failedLogins.succeeded(account, address);
    } else if (failedLogins.failed(account, address)) {
      LOG.log(
          Level.WARNING,
          "Logins of \"{0}\" from {1} pause after too many wrong passwords",
          harmless(account),
          address);
    }
  }

  /** A login page that was filled in correctly leads on; otherwise it is shown again. */
  private static boolean isRedirected(HttpServerExchange exchange) {
    return exchange.getStatusCode() == StatusCodes.FOUND
        || exchange.getStatusCode() == StatusCodes.SEE_OTHER;
  }

  private static boolean isKnown(HttpServerExchange exchange) {
    SecurityContext login = exchange.getSecurityContext();
    return login != null && login.getAuthenticatedAccount() != null;
  }

  private static Optional<String> basicAccount(HttpServerExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      String credentials =
          new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), UTF_8);
      int colon = credentials.indexOf(':');
      return Optional.of(colon < 0 ? credentials : credentials.substring(0, colon));
    } catch (IllegalArgumentException e) {
      return Optional.of(""); // not Base64: no password fits, and it is a try all the same
    }
  }

  private static String address(HttpServerExchange exchange) {
    var source = exchange.getSourceAddress();
    return source.getAddress() == null
        ? source.getHostString()
        : source.getAddress().getHostAddress();
  }

  private static String harmless(String account) {
    String printable = account.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.substring(0, Math.min(printable.length(), MAX_LOGGED_LENGTH));
  }
}
