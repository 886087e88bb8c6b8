package org.tierline.platform.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mail server the container's mail session names. Mails leave with the brand's address as
 * envelope sender, so that what cannot be delivered comes back to where intake recognises it.
 * Automatic replies leave with none, {@code <>}: nothing may be answered to them, not even that
 * they did not arrive (RFC 3834 §3.3).
 */
@ApplicationScoped
class SmtpServer implements MailServer {

  /** In milliseconds; without them a silent server holds the sender for ever. */
  private static final Map<String, String> TIME_OUTS =
      Map.of(
          "mail.smtp.connectiontimeout", "10000",
          "mail.smtp.timeout", "30000",
          "mail.smtp.writetimeout", "30000");

  private static final String STARTTLS = "mail.smtp.starttls.";

  /** A reply code at the start of the server's answer (RFC 5321 §4.2). */
  private static final Pattern REPLY = Pattern.compile("^\\s*([45])\\d\\d[ -]");

  @Resource(lookup = "java:jboss/mail/Tierline")
  private Session session;

  private final MailSeal seal;

  @Inject
  @SuppressWarnings("NullAway") // the container injects the session
  SmtpServer(MailSeal seal) {
    this.seal = seal;
  }

  SmtpServer(Session session, MailSeal seal) {
    this.session = session;
    this.seal = seal;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SmtpServer() {
    this(null);
  }

  @Override
  public void send(OutgoingMail mail, Instant writtenAt) throws DeliveryFailedException {
    TIME_OUTS.forEach(session.getProperties()::putIfAbsent);
    demandEncryption();
    if (mail.autoSubmitted() == AutoSubmitted.AUTO_REPLIED) {
      try {
        send(withoutReturn(session), mail, writtenAt);
        return;
      } catch (DeliveryFailedException e) {
        if (e.kind() != DeliveryFailedException.Kind.NEVER) {
          throw e;
        }
        // some servers take no mail without envelope sender from us; ours is better than none
      }
    }
    send(session, mail, writtenAt);
  }

  private void send(Session session, OutgoingMail mail, Instant writtenAt)
      throws DeliveryFailedException {
    try {
      Transport.send(LetterForm.of(session, replyTo(mail.from().address(), mail), mail, writtenAt));
    } catch (MessagingException e) {
      throw new DeliveryFailedException(kindOf(e), reasonOf(e), e);
    }
  }

  /** Whoever asked for encryption does not want a mail to leave without, not even once. */
  private void demandEncryption() {
    session.getProperties().putIfAbsent("mail.smtp.ssl.checkserveridentity", "true");
    if (Boolean.parseBoolean(session.getProperty(STARTTLS + "enable"))) {
      session.getProperties().setProperty(STARTTLS + "required", "true");
    }
  }

  /** Colleagues answer through the desk, so only what customers read says where answers belong. */
  private Optional<EmailAddress> replyTo(EmailAddress from, OutgoingMail mail) {
    return mail.audience() == Audience.CUSTOMER
        ? mail.ticket().flatMap(ticket -> seal.replyAddress(from, ticket))
        : Optional.empty();
  }

  /** The same server and login, but undeliverable mails come back to nobody. */
  private static Session withoutReturn(Session session) {
    var properties = new Properties();
    properties.putAll(session.getProperties());
    properties.setProperty("mail.smtp.from", "<>");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return session.requestPasswordAuthentication(
                getRequestingSite(),
                getRequestingPort(),
                getRequestingProtocol(),
                getRequestingPrompt(),
                getDefaultUserName());
          }
        });
  }

  /** The server's own word decides; where it said nothing, it is the server that is in trouble. */
  private static DeliveryFailedException.Kind kindOf(MessagingException failure) {
    for (Throwable e = failure; e != null; e = next(e)) {
      Matcher reply = REPLY.matcher(String.valueOf(e.getMessage()));
      if (reply.find()) {
        return reply.group(1).equals("5")
            ? DeliveryFailedException.Kind.NEVER
            : DeliveryFailedException.Kind.NOT_NOW;
      }
    }
    return failure instanceof SendFailedException
        ? DeliveryFailedException.Kind.NOT_NOW
        : DeliveryFailedException.Kind.SERVER_DOWN;
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
