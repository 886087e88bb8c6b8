package org.tierline.platform.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.tierline.platform.DataDirectory;

/**
 * The key with which the applications tell each other that somebody logged out. It is made where
 * the server first starts, so that no two desks share one, and its password lies beside it in a
 * file that only the server's account may read. {@code bin/standalone.conf} calls this before the
 * start.
 */
public final class SingleSignOnKey {

  /** The environment variable that names the directory to WildFly's configuration. */
  public static final String DIRECTORY = "TIERLINE_SECRETS_DIR";

  /** The environment variable that hands the password to WildFly's configuration. */
  public static final String PASSWORD = "TIERLINE_SSO_PASSWORD";

  private static final String STORE = "tierline-sso.p12";
  private static final String PASSWORD_FILE = "tierline-sso.password";
  private static final String ALIAS = "sso";
  private static final int PASSWORD_BYTES = 32;
  private static final long KEYTOOL_SECONDS = 60;

  private SingleSignOnKey() {}

  /** Makes key and password in the directory named first, unless they are there. */
  public static void main(String[] arguments) {
    passwordOfKeyIn(Path.of(arguments[0]));
  }

  /** The password of the key in this directory; both are made if they are missing. */
  public static String passwordOfKeyIn(Path directory) {
    Path store = directory.resolve(STORE);
    Path passwordFile = directory.resolve(PASSWORD_FILE);
    try {
      if (Files.notExists(store) || Files.notExists(passwordFile)) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        new DataDirectory(directory).writeSecret(PASSWORD_FILE, HexFormat.of().formatHex(random));
        make(store, passwordFile);
      }
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path store, Path passwordFile) throws IOException {
    Files.deleteIfExists(store);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=Tierline single sign-on",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                passwordFile.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!keytool.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        keytool.destroyForcibly();
        throw new IllegalStateException("keytool made no key in " + store);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the key in " + store, e);
    }
  }
}
