package org.tierline.platform.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stretch of a file, as much as one may hold in memory without a thought. */
@Entity
@IdClass(FilePiece.Key.class)
@Table(name = "stored_file_piece")
class FilePiece {

  @Id
  @Column(name = "file_id")
  private UUID file;

  /** 0 for the first. */
  @Id private int position;

  @SuppressWarnings("UnusedVariable") // read by queries, one piece at a time
  private byte[] content;

  protected FilePiece() {} // for JPA

  FilePiece(UUID file, int position, byte[] content) {
    this.file = file;
    this.position = position;
    this.content = content;
  }

  /** What JPA wants to know a piece by. */
  static final class Key implements Serializable {

    private @Nullable UUID file;
    private int position;

    Key() {} // for JPA

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && Objects.equals(file, key.file) && position == key.position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(file, position);
    }
  }
}
