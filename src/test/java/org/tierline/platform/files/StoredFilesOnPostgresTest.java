package org.tierline.platform.files;

import org.tierline.platform.TestDatabase;

class StoredFilesOnPostgresTest extends StoredFilesContract {

  StoredFilesOnPostgresTest() {
    super(TestDatabase.postgres());
  }
}
