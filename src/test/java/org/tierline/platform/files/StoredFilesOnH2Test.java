package org.tierline.platform.files;

import org.tierline.platform.TestDatabase;

class StoredFilesOnH2Test extends StoredFilesContract {

  StoredFilesOnH2Test() {
    super(TestDatabase.h2());
  }
}
