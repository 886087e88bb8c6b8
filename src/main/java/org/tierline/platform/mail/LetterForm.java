package org.tierline.platform.mail;

import static java.util.stream.Collectors.joining;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Gives an outgoing mail the form it travels in. The only place that writes mail headers; every
 * value it writes went through {@link EmailAddress}, {@link HeaderText} or {@link MailId}.
 */
final class LetterForm {

  private static final String UTF_8 = "UTF-8";

  /** RFC 5322 §3.6.4 lets the oldest go; too long a line makes servers refuse the mail. */
  private static final int MAX_REFERENCES = 20;

  /** Asks the recipient's server for no automatic answer of any kind ([MS-OXCMAIL] 2.2.3.2.14). */
  private static final String NO_ANSWERS = "All";

  /** The same, but a person wants to hear that a letter could not be delivered. */
  private static final String NO_ANSWERS_BUT_BOUNCES = "DR, RN, NRN, OOF, AutoReply";

  private LetterForm() {}

  /**
   * @param replyTo where answers shall go, if not to the sender
   */
  static MimeMessage of(
      Session session, Optional<EmailAddress> replyTo, OutgoingMail mail, Instant writtenAt)
      throws MessagingException {
    var message = new IdentifiedMessage(session, mail.id());
    message.setFrom(address(mail.from().address(), mail.from().name()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
    if (replyTo.isPresent()) {
      message.setReplyTo(new Address[] {new InternetAddress(replyTo.get().value())});
    }
    message.setSubject(mail.subject().value(), UTF_8);
    if (mail.from().language().isPresent()) {
      message.setHeader("Content-Language", mail.from().language().get().toLanguageTag());
    }
    message.setSentDate(Date.from(writtenAt));
    if (mail.inReplyTo().isPresent()) {
      message.setHeader("In-Reply-To", mail.inReplyTo().get().value());
    }
    if (!mail.references().isEmpty()) {
      message.setHeader("References", referencesOf(mail.references()));
    }
    boolean automatic = mail.autoSubmitted() != AutoSubmitted.NO;
    if (automatic) {
      message.setHeader("Auto-Submitted", mail.autoSubmitted().headerValue());
      message.setHeader("Precedence", "bulk"); // what programs older than RFC 3834 look for
    }
    message.setHeader("X-Auto-Response-Suppress", automatic ? NO_ANSWERS : NO_ANSWERS_BUT_BOUNCES);
    message.setContent(textAndHtml(mail));
    message.saveChanges();
    return message;
  }

  private static String referencesOf(List<MailId> ids) {
    return ids.subList(Math.max(0, ids.size() - MAX_REFERENCES), ids.size()).stream()
        .map(MailId::value)
        .collect(joining("\r\n ")); // one id per folded line
  }

  private static InternetAddress address(EmailAddress address, HeaderText name)
      throws MessagingException {
    try {
      return new InternetAddress(address.value(), name.value(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }

  private static MimeMultipart textAndHtml(OutgoingMail mail) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    var html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** Jakarta Mail gives every message a new id when it is saved; this one keeps its own. */
  private static final class IdentifiedMessage extends MimeMessage {

    private final MailId id;

    IdentifiedMessage(Session session, MailId id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id.value());
    }
  }
}
