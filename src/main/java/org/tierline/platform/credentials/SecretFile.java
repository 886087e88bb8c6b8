package org.tierline.platform.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A password or token that somebody else keeps up to date in a file, such as the secret of a
 * container platform or the token a helper program fetches.
 */
final class SecretFile implements Credentials {

  private final Path file;
  private @Nullable String given;

  SecretFile(Path file) {
    this.file = file;
  }

  @Override
  public String current() throws CredentialsUnavailableException {
    try {
      String secret = Files.readString(file).strip();
      given = secret;
      return secret;
    } catch (IOException e) {
      throw new CredentialsUnavailableException(
          "The secret in " + file + " cannot be read", true, e);
    }
  }

  @Override
  public boolean renew() throws CredentialsUnavailableException {
    String refused = given;
    return !current().equals(refused);
  }
}
