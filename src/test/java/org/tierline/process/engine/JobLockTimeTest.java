package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How long a ticket waits when the node that worked on it is gone. */
class JobLockTimeTest {

  private static final Pattern TIMEOUT = Pattern.compile("name=default-timeout,value=(\\d+)");

  @Test
  void noTransactionLivesAsLongAsTheLockOfItsJob() throws IOException {
    Matcher timeout = TIMEOUT.matcher(Files.readString(Path.of("wildfly-config/transactions.cli")));

    assertThat(timeout.find()).isTrue();
    assertThat(Duration.ofSeconds(Long.parseLong(timeout.group(1))))
        .isLessThan(EngineConfiguration.LOCK_TIME);
  }

  @Test
  void anotherNodeTakesOverWithinTwoMinutes() {
    assertThat(EngineConfiguration.LOCK_TIME).isLessThanOrEqualTo(Duration.ofMinutes(2));
  }
}
