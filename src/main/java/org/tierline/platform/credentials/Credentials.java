package org.tierline.platform.credentials;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What opens a door. Asked for at every connection, because it may change while we run. */
public interface Credentials {

  /** The password or token of now. */
  String current() throws CredentialsUnavailableException;

  /**
   * The server did not accept what {@link #current()} gave.
   *
   * @return whether there is another one now, worth a second try
   */
  boolean renew() throws CredentialsUnavailableException;

  /** A password out of the settings. */
  static Credentials fixed(String secret) {
    return new Credentials() {
      @Override
      public String current() {
        return secret;
      }

      @Override
      public boolean renew() {
        return false;
      }
    };
  }

  /**
   * As the settings of one door say: tokens of an authorization server, a file somebody else keeps
   * up to date, or a password.
   *
   * @param settings by the keys every door has: {@code password}, {@code password-file}, {@code
   *     oauth.token-endpoint} and its companions
   */
  static Credentials of(Function<String, Optional<String>> settings, Clock clock) {
    Optional<String> endpoint = settings.apply("oauth.token-endpoint");
    if (endpoint.isPresent()) {
      return new OAuthTokens(
          new OAuthTokens.Client(
              URI.create(endpoint.get()),
              settings.apply("oauth.client-id").orElse(""),
              settings.apply("oauth.client-secret"),
              settings.apply("oauth.refresh-token"),
              settings.apply("oauth.scope")),
          clock);
    }
    return settings
        .apply("password-file")
        .<Credentials>map(file -> new SecretFile(Path.of(file)))
        .orElseGet(() -> fixed(settings.apply("password").orElse("")));
  }
}
