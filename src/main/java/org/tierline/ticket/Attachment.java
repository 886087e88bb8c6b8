package org.tierline.ticket;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A file that came with a message. It is stored under a random id; its name is only a label. */
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

  @Basic(fetch = FetchType.LAZY)
  private byte[] content;

  protected Attachment() {} // for JPA

  Attachment(Message message, int position, NewAttachment file) {
    this.id = UUID.randomUUID();
    this.message = message;
    this.position = position;
    this.name = file.name();
    this.contentType = file.contentType();
    this.content = file.content();
    this.size = content.length;
    this.sha256 = sha256(content);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
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

  public byte[] content() {
    return content.clone();
  }
}
