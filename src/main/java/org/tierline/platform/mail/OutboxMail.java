package org.tierline.platform.mail;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.outbox.Delivery;

/** One mail in the outbox and what has become of it. Its id is its place in the order. */
@Entity
class OutboxMail {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_mail_seq")
  @SequenceGenerator(name = "outbox_mail_seq", sequenceName = "outbox_mail_seq", allocationSize = 1)
  private @Nullable Long id;

  private String messageId;

  private @Nullable UUID ticketId;

  @Enumerated(EnumType.STRING)
  private Audience audience;

  private String sender;

  private String senderName;

  private @Nullable String language;

  private String recipient;

  private String subject;

  private String text;

  private String html;

  private @Nullable String inReplyTo;

  @Column(name = "reference_ids")
  private String references;

  @Enumerated(EnumType.STRING)
  private AutoSubmitted autoSubmitted;

  private Instant createdAt;

  @Embedded private Delivery delivery;

  protected OutboxMail() {} // for JPA

  OutboxMail(OutgoingMail mail, Instant now) {
    this.messageId = mail.id().value();
    this.ticketId = mail.ticket().orElse(null);
    this.audience = mail.audience();
    this.sender = mail.from().address().value();
    this.senderName = mail.from().name().value();
    this.language = mail.from().language().map(Locale::toLanguageTag).orElse(null);
    this.recipient = mail.to().value();
    this.subject = mail.subject().value();
    this.text = mail.text();
    this.html = mail.html();
    this.inReplyTo = mail.inReplyTo().map(MailId::value).orElse(null);
    this.references = mail.references().stream().map(MailId::value).collect(joining(" "));
    this.autoSubmitted = mail.autoSubmitted();
    this.createdAt = now;
    this.delivery = new Delivery(now);
  }

  OutgoingMail mail() {
    return new OutgoingMail(
        new MailId(messageId),
        Optional.ofNullable(ticketId),
        audience,
        new EmailAddress(recipient),
        new Brand(
            new HeaderText(senderName),
            new EmailAddress(sender),
            Optional.ofNullable(language).map(Locale::forLanguageTag)),
        new HeaderText(subject),
        text,
        html,
        Optional.ofNullable(inReplyTo).map(MailId::new),
        MailId.allIn(references),
        autoSubmitted);
  }

  /** Known as soon as it is in the outbox. */
  long id() {
    return Objects.requireNonNull(id);
  }

  Instant createdAt() {
    return createdAt;
  }

  Delivery delivery() {
    return delivery;
  }
}
