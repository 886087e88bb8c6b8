package org.tierline.platform.files;

import java.util.UUID;

/** All files the desk keeps. What is kept in a transaction is there if and only if it commits. */
public interface FileStore {

  StoredFile keep(Spool content);

  /**
   * Everything that is in the file; the caller closes it.
   *
   * @throws jakarta.persistence.EntityNotFoundException if there is no such file
   */
  Spool fetch(UUID file);

  /** Its first bytes, at most so many and at most what one piece holds. */
  byte[] start(UUID file, int most);
}
