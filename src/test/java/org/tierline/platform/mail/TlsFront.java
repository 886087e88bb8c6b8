package org.tierline.platform.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Stands in front of a mail server that speaks plainly: lets nothing but TLS through, from the
 * first byte on (RFC 8314) or after STARTTLS (RFC 3207 for SMTP, RFC 9051 §6.2.1 for IMAP).
 */
public final class TlsFront implements AutoCloseable {

  /** What is said before TLS begins. */
  public enum Dialect {
    /** Nothing. */
    TLS,
    SMTP,
    IMAP
  }

  private final SSLContext identity;
  private final Dialect dialect;
  private final int target;
  private final ServerSocket server;
  private final List<String> heardPlainly = new CopyOnWriteArrayList<>();
  private final AtomicInteger protectedConnections = new AtomicInteger();

  /**
   * @param target the port of the mail server
   */
  public TlsFront(TlsIdentity identity, Dialect dialect, int target)
      throws IOException, GeneralSecurityException {
    this.identity = identity.server();
    this.dialect = dialect;
    this.target = target;
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    new Thread(this::serve).start();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** What anybody on the wire could have read. */
  public List<String> heardPlainly() {
    return List.copyOf(heardPlainly);
  }

  /** How many clients believed us and went on. */
  public int protectedConnections() {
    return protectedConnections.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        serve(client);
      } catch (SocketException | SSLException gone) {
        // closed, or the client did not believe us
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) throws IOException {
    if (dialect != Dialect.TLS && !startsTls(client)) {
      return;
    }
    try (var secured =
            (SSLSocket)
                identity
                    .getSocketFactory()
                    .createSocket(client, "localhost", client.getPort(), true);
        var behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
      secured.setUseClientMode(false);
      secured.startHandshake();
      protectedConnections.incrementAndGet();
      if (dialect != Dialect.TLS) {
        line(behind.getInputStream()); // the greeting was said before
      }
      var back = new Thread(() -> pass(behind, secured));
      back.start();
      pass(secured, behind);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the client asked for it; there is nothing else to ask for. */
  private boolean startsTls(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    say(out, dialect == Dialect.SMTP ? "220 ready" : "* OK ready");
    for (String said = line(client.getInputStream());
        !said.isEmpty();
        said = line(client.getInputStream())) {
      heardPlainly.add(said);
      String tag = said.split(" ", 2)[0];
      if (said.endsWith("STARTTLS")) {
        say(out, dialect == Dialect.SMTP ? "220 go on" : tag + " OK go on");
        return true;
      }
      say(
          out,
          dialect == Dialect.SMTP
              ? "250-here\r\n250 STARTTLS"
              : "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\n" + tag + " OK done");
    }
    return false;
  }

  /** Reads no further than the line, for what comes next is another's. */
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException gone) {
      // one side hung up, and so do we
      closeBoth(from, to);
    }
  }

  private static void closeBoth(Socket one, Socket other) {
    try (one;
        other) {
      // nothing left to say
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
