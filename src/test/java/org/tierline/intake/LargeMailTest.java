package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail of any size costs the desk the same memory. Prints the figures.
 *
 * <p>{@code -Dtierline.large.mail=100} takes in 100 MB; the usual build is content with less.
 */
class LargeMailTest {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long LARGE = Long.getLong("tierline.large.mail", 40) * MEGABYTE;
  private static final long SMALL = 10_000;

  /** For the node, its database in the same process, and whatever a mail needs. */
  private static final String HEAP = "-Xmx96m";

  private static final Pattern FIGURES = Pattern.compile("kept=true peak=(\\d+) ms=(\\d+)");

  @TempDir Path directory;

  private record Figures(long peak, long milliseconds) {}

  @Test
  void aLargeMailTakesNoMoreMemoryThanASmallOne() throws Exception {
    Figures small = takeIn(SMALL);
    Figures large = takeIn(LARGE);

    System.out.printf(
        Locale.ROOT,
        "heap in use at most      %.1f MB for a mail of %d KB, %.1f MB for one with a file of %d MB"
            + " (%d ms)%n",
        small.peak / (double) MEGABYTE,
        SMALL / 1000,
        large.peak / (double) MEGABYTE,
        LARGE / MEGABYTE,
        large.milliseconds);
    assertThat(large.peak - small.peak).isLessThan(16 * MEGABYTE);
  }

  private Figures takeIn(long size) throws IOException, InterruptedException {
    Path log = directory.resolve(size + ".log");
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeMailNode.class.getName(),
                directory.resolve("desk-" + size).toString(),
                String.valueOf(size))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!node.waitFor(10, TimeUnit.MINUTES)) {
      node.destroyForcibly();
    }
    Matcher figures = FIGURES.matcher(Files.readString(log));
    assertThat(figures.find()).as(Files.readString(log)).isTrue();
    return new Figures(Long.parseLong(figures.group(1)), Long.parseLong(figures.group(2)));
  }
}
