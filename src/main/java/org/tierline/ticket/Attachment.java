package org.tierline.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that came with a message. It is kept under a random id; its name is only a label. */
@Entity
public class Attachment {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "message_id")
  private Message message;

  private int position;

  private String name;

  private String contentType;

  private long size;

  private String sha256;

  @Column(name = "file_id")
  private UUID file;

  private @Nullable String contentId;

  protected Attachment() {} // for JPA

  Attachment(Message message, int position, NewAttachment file) {
    this.id = UUID.randomUUID();
    this.message = message;
    this.position = position;
    this.name = file.name();
    this.contentType = file.contentType();
    this.contentId = file.contentId().isEmpty() ? null : file.contentId();
    this.file = file.file().id();
    this.size = file.file().size();
    this.sha256 = file.file().sha256();
  }

  public UUID id() {
    return id;
  }

  public Message message() {
    return message;
  }

  int position() {
    return position;
  }

  public String name() {
    return name;
  }

  public String contentType() {
    return contentType;
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** In lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Where its content is kept. */
  public UUID file() {
    return file;
  }

  /** By which the HTML of its message may show it, if it may. */
  public Optional<String> contentId() {
    return Optional.ofNullable(contentId);
  }
}
