package org.tierline.platform.files;

import java.util.function.Function;

class FileStoreInMemoryTest extends FileStoreContract {

  private final FileStore files = new FileStoreInMemory();

  @Override
  protected <T> T inTransaction(Function<FileStore, T> work) {
    return work.apply(files);
  }
}
