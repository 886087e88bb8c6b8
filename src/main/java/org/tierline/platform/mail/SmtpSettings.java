package org.tierline.platform.mail;

import java.util.Optional;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;

/**
 * Where the desk hands its mails over, and as whom.
 *
 * @param login empty where the server takes mail from this machine without asking
 */
record SmtpSettings(String host, int port, Security security, Optional<Login> login) {

  /** How the connection is protected. None of them falls back to another. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  /** How we prove to the mail server who we are. */
  record Login(String user, Proof proof, Credentials credentials) {

    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
      return user;
    }
  }

  /** Whether others on the way could read what we show to the server. */
  boolean isOverheard() {
    return security == Security.NONE && !SameMachine.is(host);
  }

  /** For the log. */
  @Override
  public String toString() {
    String who = login.map(known -> known + " at ").orElse("");
    return "%s%s:%d, protection %s".formatted(who, host, port, security);
  }
}
