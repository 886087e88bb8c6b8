package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunTheDesk;
import org.tierline.demo.RunningDesk;

/** The desk as its README opens it, in a virtual machine of its own as Maven's is. */
class OneCommandIT {

  private static final int PORT_OFFSET = 700;
  private static final URI DESK = URI.create("http://localhost:" + (8080 + PORT_OFFSET));
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path data;
  private final List<Opened> all = new ArrayList<>();

  @AfterEach
  void leaveNothingBehind() {
    all.forEach(opened -> opened.process().destroyForcibly());
    DeskServer.runningOn(data).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aDeskWhoseOpenerWasKilledIsNamedAndCtrlCLeavesNothingButTheData() throws Exception {
    Opened killed = openTheDesk();
    killed.awaitWord("The desk is open");
    long number =
        new DeskApi(DESK).open("carla@customer.example", "It hums", "Help.").get("number").asLong();
    killed.process().destroyForcibly().waitFor();
    ProcessHandle left = DeskServer.runningOn(data).orElseThrow();

    Opened refused = openTheDesk();
    refused.awaitEnd();
    assertThat(refused.said()).contains("The desk is running already", "kill " + left.pid());

    CompletableFuture<ProcessHandle> ended = left.onExit();
    left.destroy();
    ended.get(1, TimeUnit.MINUTES);
    Opened again = openTheDesk();
    again.awaitWord("The desk is open");
    assertThat(again.said()).doesNotContain("for the first time");
    assertThat(new DeskApi(DESK).ticket(number).get("messages")).hasSize(1);

    again.pressCtrlC();
    again.awaitEnd();
    assertThat(DeskServer.runningOn(data)).isEmpty();
  }

  private Opened openTheDesk() throws IOException {
    Path said = data.resolve("said-" + all.size() + ".txt");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dtierline.port-offset=" + PORT_OFFSET,
            "-Dtierline.run.dir=" + data,
            RunTheDesk.class.getName());
    command.environment().put("TIERLINE_DEMO_PASSWORD", RunningDesk.PASSWORD);
    command.redirectErrorStream(true).redirectOutput(said.toFile());
    var opened = new Opened(command.start(), said);
    all.add(opened);
    return opened;
  }

  private record Opened(Process process, Path output) {

    String said() throws IOException {
      return Files.readString(output);
    }

    void awaitWord(String word) throws IOException {
      await(word).atMost(PATIENCE).until(() -> said().contains(word) || !process.isAlive());
      assertThat(said()).contains(word);
    }

    void awaitEnd() throws InterruptedException {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("has ended").isTrue();
    }

    void pressCtrlC() throws IOException, InterruptedException {
      String signal = hearsCtrlC() ? "-INT" : "-TERM";
      assertThat(
              new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor())
          .isZero();
    }

    /** What was started in the background of a shell does not, nor do its children. */
    private boolean hearsCtrlC() throws IOException {
      Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
      if (Files.notExists(status)) {
        return true;
      }
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .noneMatch(ignored -> (ignored & 2) != 0);
    }
  }
}
