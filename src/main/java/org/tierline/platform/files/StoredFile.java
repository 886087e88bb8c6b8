package org.tierline.platform.files;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A file the desk keeps, under a random id. Its content lies beside it, in pieces. */
@Entity
public class StoredFile {

  @Id private UUID id;

  private long size;

  private String sha256;

  protected StoredFile() {} // for JPA

  StoredFile(long size, String sha256) {
    this.id = UUID.randomUUID();
    this.size = size;
    this.sha256 = sha256;
  }

  public UUID id() {
    return id;
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** In lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }
}
