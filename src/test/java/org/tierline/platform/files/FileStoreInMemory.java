package org.tierline.platform.files;

import jakarta.persistence.EntityNotFoundException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps files as long as a test lasts. */
public final class FileStoreInMemory implements FileStore {

  private final Map<UUID, byte[]> files = new HashMap<>();

  @Override
  public StoredFile keep(Spool content) {
    var file = new StoredFile(content.size(), content.sha256());
    files.put(file.id(), content.start((int) content.size()));
    return file;
  }

  /** For a test that has the content at hand. */
  public StoredFile keep(byte[] content) {
    try (Spool spool = Spool.of(content)) {
      return keep(spool);
    }
  }

  @Override
  public Spool fetch(UUID file) {
    return Spool.of(
        Optional.ofNullable(files.get(file))
            .orElseThrow(() -> new EntityNotFoundException("There is no file " + file)));
  }

  @Override
  public byte[] start(UUID file, int most) {
    byte[] content = files.get(file);
    return Arrays.copyOf(content, Math.min(most, content.length));
  }
}
