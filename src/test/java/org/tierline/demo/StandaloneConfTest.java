package org.tierline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server's start script reads before the server runs. */
class StandaloneConfTest {

  private static final Path SCRIPT = Path.of("wildfly-config/content/bin/standalone.conf");

  @TempDir Path home;

  /** The server begins to log by what it wrote down when it last ran. */
  @ParameterizedTest
  @CsvSource({"true, false, false", "false, true, true", "true, '', false", "false, a/b, false"})
  void theFirstLinesAreLoggedAsAskedForToo(String lastTime, String asked, String now)
      throws Exception {
    Path logging = written("handler.JSON_FILE.enabled=" + lastTime);

    read(Map.of("TIERLINE_LOG_JSON", asked));

    assertThat(logging).hasContent("logger.level=INFO\nhandler.JSON_FILE.enabled=" + now + "\n");
  }

  @Test
  void aServerThatNeverRanIsLeftAsItIs() throws Exception {
    Path logging = written("handler.FILE.append=true");

    read(Map.of());

    assertThat(logging).hasContent("logger.level=INFO\nhandler.FILE.append=true\n");
  }

  private Path written(String line) throws IOException {
    Path file = home.resolve("standalone/configuration/logging.properties");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "logger.level=INFO\n" + line + "\n");
  }

  private void read(Map<String, String> environment) throws IOException, InterruptedException {
    Path secrets = Files.createDirectories(home.resolve("secrets"));
    Files.writeString(secrets.resolve("tierline-sso.p12"), "a key");
    Files.writeString(secrets.resolve("tierline-sso.password"), "its password");
    var shell = new ProcessBuilder("sh", "-c", ". ./" + SCRIPT);
    shell.environment().put("JBOSS_HOME", home.toString());
    shell.environment().put("TIERLINE_SECRETS_DIR", secrets.toString());
    shell.environment().putAll(environment);
    assertThat(shell.inheritIO().start().waitFor()).isZero();
  }
}
