package org.tierline.platform.files;

import jakarta.persistence.EntityManager;

/** Opens the package-private store to tests of other features. */
public final class StoredFiles {

  private StoredFiles() {}

  public static FileStore in(EntityManager em) {
    return new JpaFileStore(em);
  }
}
