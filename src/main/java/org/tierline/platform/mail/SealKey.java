package org.tierline.platform.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A secret the desk made for itself, shared by all nodes through the database. */
@Entity
class SealKey {

  /** 1 is the only one the desk makes; two nodes that start at once collide here. */
  @Id private int id;

  private String secret;

  @SuppressWarnings("UnusedVariable") // for whoever wonders how old it is
  private Instant createdAt;

  protected SealKey() {} // for JPA

  SealKey(String secret, Instant now) {
    this.id = 1;
    this.secret = secret;
    this.createdAt = now;
  }

  String secret() {
    return secret;
  }
}
