package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.CredentialsUnavailableException;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.outbox.DeliveryFailedException;
import org.tierline.platform.outbox.DeliveryFailedException.Kind;

/**
 * The mail server that takes the desk's mails. What cannot be delivered comes back to the envelope
 * sender: for customers' mails the reply address of the ticket where there is one, so that a report
 * names the ticket whatever it leaves out of the mail; else the brand's address. Automatic replies
 * leave with none, {@code <>}: nothing may be answered to them, not even that they did not arrive
 * (RFC 3834 §3.3).
 */
@ApplicationScoped
class SmtpServer implements MailServer {

  private static final Logger LOG = System.getLogger(SmtpServer.class.getName());

  private static final String MILLISECONDS_TO_CONNECT = "10000";

  /** Without a limit a silent server holds the sender for ever. */
  private static final String MILLISECONDS_TO_ANSWER = "30000";

  private static final String NO_RETURN = "<>";

  /** A reply code at the start of the server's answer (RFC 5321 §4.2). */
  private static final Pattern REPLY = Pattern.compile("^\\s*([45]\\d\\d)[ -]");

  /** What the server says of our login (RFC 4954 §6): nothing that the mail is to blame for. */
  private static final Set<String> ABOUT_OUR_LOGIN =
      Set.of("432", "454", "530", "534", "535", "538");

  private final SmtpSettings settings;
  private final MailSeal seal;

  @Inject
  SmtpServer(SmtpSettings settings, MailSeal seal) {
    this.settings = settings;
    this.seal = seal;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SmtpServer() {
    this(null, null);
  }

  @Override
  public void send(OutgoingMail mail, Instant writtenAt) throws DeliveryFailedException {
    Properties properties = properties(settings);
    Optional<String> returnPath = returnPath(mail);
    if (returnPath.isPresent()) {
      var withReturnPath = new Properties();
      withReturnPath.putAll(properties);
      withReturnPath.setProperty("mail.smtp.from", returnPath.get());
      try {
        send(Session.getInstance(withReturnPath), mail, writtenAt);
        return;
      } catch (DeliveryFailedException e) {
        if (e.kind() != Kind.NEVER) {
          throw e;
        }
        // some servers take mail only from an address they know; that is better than none
      }
    }
    send(Session.getInstance(properties), mail, writtenAt);
  }

  /** Where reports about the mail shall go, if not to the brand's address. */
  private Optional<String> returnPath(OutgoingMail mail) {
    return mail.autoSubmitted() == AutoSubmitted.AUTO_REPLIED
        ? Optional.of(NO_RETURN)
        : replyTo(mail.from().address(), mail).map(EmailAddress::value);
  }

  /** Whoever asked for encryption does not want a mail to leave without, not even once. */
  private static Properties properties(SmtpSettings settings) {
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS_TO_CONNECT);
    properties.setProperty("mail.smtp.timeout", MILLISECONDS_TO_ANSWER);
    properties.setProperty("mail.smtp.writetimeout", MILLISECONDS_TO_ANSWER);
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case NONE -> {
        // a server in the same house
      }
    }
    settings
        .login()
        .ifPresent(
            login -> {
              properties.setProperty("mail.smtp.auth", "true");
              properties.setProperty(
                  "mail.smtp.auth.mechanisms",
                  login.proof() == Proof.XOAUTH2 ? "XOAUTH2" : "PLAIN LOGIN");
            });
    return properties;
  }

  private void send(Session session, OutgoingMail mail, Instant writtenAt)
      throws DeliveryFailedException {
    try {
      MimeMessage letter =
          LetterForm.of(session, replyTo(mail.from().address(), mail), mail, writtenAt);
      handOver(letter, session.getTransport());
    } catch (CredentialsUnavailableException e) {
      throw new DeliveryFailedException(Kind.SERVER_DOWN, String.valueOf(e.getMessage()), e);
    } catch (MessagingException e) {
      throw new DeliveryFailedException(kindOf(e), reasonOf(e), e);
    }
  }

  private void handOver(MimeMessage letter, Transport transport)
      throws MessagingException, CredentialsUnavailableException {
    try {
      connect(transport);
      transport.sendMessage(letter, letter.getAllRecipients());
    } finally {
      takeLeave(transport);
    }
  }

  /** A server that forgets its manners at the end has taken the mail, or said why not, before. */
  private static void takeLeave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.INFO, "The mail server did not end the conversation: {0}", reasonOf(e));
    }
  }

  private void connect(Transport transport)
      throws MessagingException, CredentialsUnavailableException {
    if (settings.login().isEmpty()) {
      transport.connect(settings.host(), settings.port(), null, null);
      return;
    }
    SmtpSettings.Login login = settings.login().get();
    Credentials credentials = login.credentials();
    try {
      transport.connect(settings.host(), settings.port(), login.user(), credentials.current());
    } catch (AuthenticationFailedException e) {
      if (!credentials.renew()) {
        throw e;
      }
      transport.connect(settings.host(), settings.port(), login.user(), credentials.current());
    }
  }

  /** Colleagues answer through the desk, so only what customers read says where answers belong. */
  private Optional<EmailAddress> replyTo(EmailAddress from, OutgoingMail mail) {
    return mail.audience() == Audience.CUSTOMER
        ? mail.ticket().flatMap(ticket -> seal.replyAddress(from, ticket))
        : Optional.empty();
  }

  /** The server's own word decides; where it said nothing, it is the server that is in trouble. */
  private static Kind kindOf(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return Kind.SERVER_DOWN;
    }
    for (Throwable e = failure; e != null; e = next(e)) {
      Matcher reply = REPLY.matcher(String.valueOf(e.getMessage()));
      if (reply.find()) {
        String code = reply.group(1);
        return ABOUT_OUR_LOGIN.contains(code)
            ? Kind.SERVER_DOWN
            : code.startsWith("5") ? Kind.NEVER : Kind.NOT_NOW;
      }
    }
    return failure instanceof SendFailedException ? Kind.NOT_NOW : Kind.SERVER_DOWN;
  }

  private static String reasonOf(MessagingException failure) {
    String reason = String.valueOf(failure.getMessage());
    for (Throwable e = failure; e != null; e = next(e)) {
      reason = String.valueOf(e.getMessage());
    }
    return reason.strip();
  }

  private static @Nullable Throwable next(Throwable e) {
    return e instanceof MessagingException m && m.getNextException() != null
        ? m.getNextException()
        : e.getCause();
  }
}
