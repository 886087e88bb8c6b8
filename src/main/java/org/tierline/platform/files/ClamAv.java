package org.tierline.platform.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon, asked over TCP by its command INSTREAM (clamd(8)): pieces of the file, each with
 * its length in front, and an empty one at the end.
 */
final class ClamAv implements VirusScanner {

  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_ANSWER = 1024;
  private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

  private final InetSocketAddress address;
  private final Duration patience;

  /**
   * @param patience for one file, from the connection to the answer
   */
  ClamAv(String host, int port, Duration patience) {
    this.address = new InetSocketAddress(host, port);
    this.patience = patience;
  }

  @Override
  public Optional<String> objection(Spool content) {
    try (var socket = new Socket()) {
      // a daemon that stops reading would hold a writer for ever, whatever the socket's timeout
      var answered = new CompletableFuture<Void>();
      var guard =
          answered
              .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete((inTime, late) -> hangUp(socket));
      try {
        socket.connect(
            new InetSocketAddress(address.getHostString(), address.getPort()),
            (int) patience.toMillis());
        return judged(ask(socket, content));
      } finally {
        answered.complete(null);
        guard.cancel(false);
      }
    } catch (IOException e) {
      throw new ScannerUnavailableException(
          "The malware scanner at %s:%d does not answer: %s"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()),
          e);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ask(Socket socket, Spool content) throws IOException {
    try {
      send(socket, content);
    } catch (IOException e) {
      // perhaps it has heard enough and says why
      String answer = answer(socket);
      if (answer.isEmpty()) {
        throw e;
      }
      return answer;
    }
    return answer(socket);
  }

  private static void send(Socket socket, Spool content) throws IOException {
    var out = new DataOutputStream(socket.getOutputStream());
    out.write(COMMAND);
    byte[] piece = new byte[PIECE];
    try (InputStream in = content.open()) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        out.writeInt(count);
        out.write(piece, 0, count);
      }
    }
    out.writeInt(0);
    out.flush();
  }

  private static String answer(Socket socket) throws IOException {
    byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
    return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private static Optional<String> judged(String answer) {
    if (answer.equals("stream: OK")) {
      return Optional.empty();
    }
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return Optional.of("contains " + found.group(1));
    }
    if (answer.startsWith("INSTREAM size limit exceeded")) {
      return Optional.of("is larger than what the malware scanner takes");
    }
    throw new ScannerUnavailableException(
        "The malware scanner answers what nobody understands: \"%s\"".formatted(answer));
  }
}
