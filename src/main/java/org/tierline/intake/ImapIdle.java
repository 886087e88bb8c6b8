package org.tierline.intake;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * Waits at a mail server for news (RFC 2177). Whenever the server was silent for as long as the
 * connection's time-out, the waiting ends and the server has to confirm that: a connection whose
 * other end is gone is noticed after twice that time, and no wait comes near the half hour after
 * which servers hang up.
 */
final class ImapIdle {

  /** Even if the server says "still here" all the time. */
  private static final Duration AT_MOST = Duration.ofMinutes(20);

  private final IMAPFolder folder;

  ImapIdle(IMAPFolder folder) {
    this.folder = folder;
  }

  /** Returns false at once if the server does not know how to tell news. */
  boolean await() throws MessagingException {
    return (Boolean) folder.doCommand(ImapIdle::await);
  }

  private static Boolean await(IMAPProtocol server) throws ProtocolException {
    if (!server.hasCapability("IDLE")) {
      return false;
    }
    long begin = System.nanoTime();
    server.idleStart();
    boolean ending = false;
    boolean waiting = true;
    while (waiting) {
      Response response = server.readIdleResponse();
      boolean firstSilence = isSilence(response) && !ending;
      if (!firstSilence) {
        // throws when the server hung up, or did not even confirm the end
        waiting = server.processIdleResponse(response);
      }
      boolean enough = firstSilence || isNews(response) || isLong(begin);
      if (waiting && enough && !ending) {
        server.idleAbort();
        ending = true;
      }
    }
    return true;
  }

  private static boolean isSilence(Response response) {
    return response.isSynthetic() && response.getException() instanceof SocketTimeoutException;
  }

  private static boolean isLong(long begin) {
    return System.nanoTime() - begin > AT_MOST.toNanos();
  }

  private static boolean isNews(Response response) {
    return response instanceof IMAPResponse said && said.keyEquals("EXISTS");
  }
}
