package org.tierline.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a daemon that keeps to the published protocol. */
class ClamAvTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 200_000})
  void aCleanFileIsSentWholeAndFoundClean(int size) throws IOException {
    byte[] file = new byte[size];

    try (var daemon = new Daemon("stream: OK");
        Spool content = Spool.of(file)) {
      assertThat(daemon.scanner(PATIENCE).objection(content)).isEmpty();
      assertThat(daemon.received.join()).isEqualTo(file);
    }
  }

  @Test
  void whatIsFoundIsNamed() throws IOException {
    try (var daemon = new Daemon("stream: Eicar-Test-Signature FOUND");
        Spool content = Spool.of(new byte[10])) {
      assertThat(daemon.scanner(PATIENCE).objection(content))
          .contains("contains Eicar-Test-Signature");
    }
  }

  @Test
  void aFileTheDaemonDoesNotTakeIsNotTakenEither() throws IOException {
    try (var daemon = new Daemon("INSTREAM size limit exceeded. ERROR");
        Spool content = Spool.of(new byte[10])) {
      assertThat(daemon.scanner(PATIENCE).objection(content))
          .contains("is larger than what the malware scanner takes");
    }
  }

  @Test
  void anAnswerNobodyUnderstandsIsNoAnswer() throws IOException {
    for (String answer : new String[] {"", "stream: ERROR", "UNKNOWN COMMAND", "stream: OK FOUN"}) {
      try (var daemon = new Daemon(answer);
          Spool content = Spool.of(new byte[10])) {
        refused(daemon.scanner(PATIENCE), content, "what nobody understands");
      }
    }
  }

  @Test
  void aDaemonThatIsNotThereIsUnavailable() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (Spool content = Spool.of(new byte[10])) {
      refused(new ClamAv("127.0.0.1", port, PATIENCE), content, "does not answer");
    }
  }

  /** It takes the connection and reads nothing: more than fits into the pipe cannot be sent. */
  @Test
  void aDaemonThatHangsEndsWithPatience() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Spool content = Spool.of(new byte[20_000_000])) {
      var scanner = new ClamAv("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(300));

      refused(scanner, content, "does not answer");
    }
  }

  private static void refused(ClamAv scanner, Spool content, String why) {
    assertThatExceptionOfType(ScannerUnavailableException.class)
        .isThrownBy(() -> scanner.objection(content))
        .withMessageContaining(why);
  }

  /** Takes one file and says the same of every one. */
  private static final class Daemon implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    final CompletableFuture<byte[]> received = new CompletableFuture<>();

    Daemon(String answer) throws IOException {
      new Thread(() -> serve(answer)).start();
    }

    ClamAv scanner(Duration patience) {
      return new ClamAv("127.0.0.1", server.getLocalPort(), patience);
    }

    private void serve(String answer) {
      try (Socket socket = server.accept()) {
        var in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes(10);
        assertThat(command).asString().isEqualTo("zINSTREAM\0");
        var file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
          file.write(in.readNBytes(length));
        }
        received.complete(file.toByteArray());
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        received.completeExceptionally(e);
      }
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
