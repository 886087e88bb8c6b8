package org.tierline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the desk and a mail server. When told to, it hangs up after so many bytes of the
 * server's answer to a FETCH of a mail's content, lets nothing through any more without hanging up,
 * keeps announcements of new mails to itself, or lets something happen in the moment a client
 * begins to wait for news.
 */
final class CuttingProxy implements AutoCloseable {

  private static final int NEVER = -1;

  private final int serverPort;
  private final ServerSocket entrance;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile long cutAfter = NEVER;
  private volatile boolean content;
  private volatile boolean silent;
  private volatile boolean concealing;
  private volatile Runnable beforeIdle = () -> {};
  final AtomicInteger connections = new AtomicInteger();

  /** How often a client said that it waits no longer. */
  final AtomicInteger endsOfWaits = new AtomicInteger();

  CuttingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    begin(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Only the next mail; after that the line is fine again. */
  void cutNextContentAfter(long bytes) {
    content = false;
    cutAfter = bytes;
  }

  boolean hasCut() {
    return cutAfter == NEVER;
  }

  /** As a firewall that forgot the connection. */
  void fallSilent() {
    silent = true;
  }

  /** As long as the connection stands. */
  void concealNewMails() {
    concealing = true;
  }

  /** After the client's IDLE has left it, before it reaches the server. */
  void beforeIdle(Runnable event) {
    beforeIdle = event;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        sockets.add(client);
        sockets.add(server);
        connections.incrementAndGet();
        concealing = false;
        begin(() -> ask(client, server));
        begin(() -> answer(server, client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void ask(Socket client, Socket server) {
    try {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String said = new String(buffer, 0, n, ISO_8859_1);
        if (said.contains("BODY.PEEK[]")) {
          content = true;
        }
        if (said.startsWith("DONE\r\n")) {
          endsOfWaits.incrementAndGet();
        }
        if (said.contains(" IDLE\r\n")) {
          beforeIdle.run();
        }
        if (!silent) {
          out.write(buffer, 0, n);
        }
      }
      server.close();
    } catch (IOException e) {
      close(server);
    }
  }

  private void answer(Socket server, Socket client) {
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[8192];
      long passed = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (content && cutAfter != NEVER) {
          int rest = (int) Math.min(n, cutAfter - passed);
          out.write(buffer, 0, rest);
          passed += rest;
          if (passed >= cutAfter) {
            cutAfter = NEVER;
            client.close();
            server.close();
            return;
          }
        } else if (concealing) {
          String said = new String(buffer, 0, n, ISO_8859_1);
          out.write(said.replaceAll("\\* \\d+ EXISTS\r\n", "").getBytes(ISO_8859_1));
        } else if (!silent) {
          out.write(buffer, 0, n);
        }
      }
      client.close();
    } catch (IOException e) {
      close(client);
    }
  }

  private static void begin(Runnable work) {
    var thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    sockets.forEach(CuttingProxy::close);
  }
}
