package org.tierline.ticket;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;

/**
 * One thing said in a ticket's conversation: by the customer, to the customer, or among colleagues.
 */
@Entity
public class Message {

  private static final int MOST_COPIES = 50;

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  /** 1 for the first message of the ticket, without gaps. */
  private int sequence;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private Author.Kind authorKind;

  private String authorId;

  private String authorName;

  @Column(name = "sent_at")
  private Instant at;

  private String text;

  private String visibleReply;

  private @Nullable String html;

  private @Nullable String mailMessageId;

  private @Nullable String copies;

  @Column(name = "original_file_id")
  private @Nullable UUID originalFile;

  @OneToMany(mappedBy = "message", cascade = CascadeType.PERSIST)
  private List<Attachment> attachments = new ArrayList<>();

  protected Message() {} // for JPA

  Message(
      Ticket ticket,
      int sequence,
      Purpose purpose,
      Channel channel,
      Author author,
      Content content,
      Instant at) {
    this.id = UUID.randomUUID();
    this.ticket = ticket;
    this.sequence = sequence;
    this.purpose = purpose;
    this.channel = channel;
    this.authorKind = author.kind();
    this.authorId = author.id();
    this.authorName = author.name();
    this.at = at;
    this.text = content.text();
    this.visibleReply = content.visibleReply();
    this.html = content.html().orElse(null);
    this.mailMessageId = content.mailMessageId().orElse(null);
    this.originalFile = content.original().orElse(null);
    for (NewAttachment file : content.attachments()) {
      attachments.add(new Attachment(this, attachments.size(), file));
    }
  }

  public MessageId id() {
    return new MessageId(id);
  }

  public Ticket ticket() {
    return ticket;
  }

  public int sequence() {
    return sequence;
  }

  public Purpose purpose() {
    return purpose;
  }

  public Direction direction() {
    return purpose.direction();
  }

  public Channel channel() {
    return channel;
  }

  public Author author() {
    return new Author(authorKind, authorId, authorName);
  }

  public Instant at() {
    return at;
  }

  public String text() {
    return text;
  }

  public String visibleReply() {
    return visibleReply;
  }

  public Optional<String> html() {
    return Optional.ofNullable(html);
  }

  /** The Message-ID header of the mail, angle brackets included. */
  public Optional<String> mailMessageId() {
    return Optional.ofNullable(mailMessageId);
  }

  /** Remembers under which Message-ID this message left the desk, so that an answer finds it. */
  public void leftAs(String newMailMessageId) {
    this.mailMessageId = newMailMessageId;
  }

  /** Remembers who got this message beside us or the customer. */
  public void copiedTo(Collection<EmailAddress> people) {
    this.copies =
        people.isEmpty()
            ? null
            : people.stream().limit(MOST_COPIES).map(EmailAddress::value).collect(joining(" "));
  }

  /** Whom a mail named as readers beside us, or to whom an answer went beside the customer. */
  public List<EmailAddress> copies() {
    return copies == null
        ? List.of()
        : Stream.of(copies.split(" ")).map(EmailAddress::new).toList();
  }

  /** Where the mail it came in is kept as it came, if it came by mail. */
  public Optional<UUID> originalFile() {
    return Optional.ofNullable(originalFile);
  }

  public List<Attachment> attachments() {
    return attachments.stream().sorted(comparingInt(Attachment::position)).toList();
  }
}
