package org.tierline.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A mail as it came, byte by byte. Apart from its record, so that lists do not load it. */
@Entity
@Table(name = "inbound_raw")
class RawMail {

  @Id
  @Column(name = "message_id")
  private UUID mail;

  private byte[] content;

  protected RawMail() {} // for JPA

  RawMail(UUID mail, byte[] content) {
    this.mail = mail;
    this.content = content;
  }

  UUID mail() {
    return mail;
  }

  byte[] content() {
    return content;
  }
}
