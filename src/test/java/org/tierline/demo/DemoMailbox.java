package org.tierline.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server in memory. It takes mail to any address; who logs in opens the mailbox of the
 * address given as the login, whatever the password.
 */
public final class DemoMailbox implements AutoCloseable {

  /** The desk's own mailbox. */
  public static final String SUPPORT = "support@tierline.example";

  private static final int SMTP = 3025;
  private static final int IMAP = 3143;
  private static final String HOST = "127.0.0.1";

  private final GreenMail server;

  private DemoMailbox(GreenMail server) {
    this.server = server;
  }

  public static DemoMailbox start(int portOffset) {
    ServerSetup smtp = new ServerSetup(SMTP + portOffset, HOST, ServerSetup.PROTOCOL_SMTP);
    ServerSetup imap = new ServerSetup(IMAP + portOffset, HOST, ServerSetup.PROTOCOL_IMAP);
    for (ServerSetup setup : new ServerSetup[] {smtp, imap}) {
      setup.setServerStartupTimeout(10_000);
    }
    GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    // the desk looks into its mailbox before the first mail comes
    server.setUser(SUPPORT, SUPPORT, SUPPORT);
    return new DemoMailbox(server);
  }

  public String host() {
    return HOST;
  }

  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  public int imapPort() {
    return server.getImap().getPort();
  }

  /** The server itself, for tests that look into mailboxes. */
  public GreenMail greenMail() {
    return server;
  }

  @Override
  public void close() {
    server.stop();
  }
}
