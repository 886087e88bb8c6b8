package org.tierline.intake;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Waits once at a mail server for news (RFC 2177), until somebody ends it. Whenever the server was
 * silent for as long as the connection's time-out, the waiting ends and the server has to confirm
 * that: a connection whose other end is gone is noticed after twice that time.
 */
final class ImapIdle {

  private final IMAPFolder folder;

  /** Who has to be told once that the waiting is over. */
  private @Nullable IMAPProtocol waitingAt;

  ImapIdle(IMAPFolder folder) {
    this.folder = folder;
  }

  /** Returns false at once if the server does not know how to tell news. */
  boolean await() throws MessagingException {
    return (Boolean) folder.doCommand(this::await);
  }

  private Boolean await(IMAPProtocol server) throws ProtocolException {
    if (!server.hasCapability("IDLE")) {
      return false;
    }
    var news = new News();
    server.addResponseHandler(news);
    try {
      server.idleStart();
      begin(server);
      awaitEnd(server, news);
    } finally {
      server.removeResponseHandler(news);
      over();
    }
    return true;
  }

  private void awaitEnd(IMAPProtocol server, News news) throws ProtocolException {
    boolean silentBefore = false;
    boolean waiting = true;
    while (waiting) {
      if (news.heard) {
        end();
      }
      Response response = server.readIdleResponse();
      if (isSilence(response) && !silentBefore) {
        silentBefore = true;
        end();
      } else {
        // throws when the server hung up, or did not even confirm the end
        waiting = server.processIdleResponse(response);
      }
    }
  }

  private synchronized void begin(IMAPProtocol server) {
    waitingAt = server;
  }

  private synchronized void over() {
    waitingAt = null;
  }

  /** Whoever waits goes and looks. For any thread, at any time. */
  synchronized void end() {
    IMAPProtocol server = waitingAt;
    waitingAt = null; // a server that is told twice takes the second for a command
    if (server != null) {
      server.idleAbort();
    }
  }

  private static boolean isSilence(Response response) {
    return response.isSynthetic() && response.getException() instanceof SocketTimeoutException;
  }

  /** A server may announce a mail even before it confirms that we wait. */
  private static final class News implements ResponseHandler {

    private boolean heard;

    @Override
    public void handleResponse(Response response) {
      heard |= response instanceof IMAPResponse said && said.keyEquals("EXISTS");
    }
  }
}
