package org.tierline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the desk keeps what must survive a restart. Copy it and you have a backup. */
public record DataDirectory(Path path) {

  /**
   * Writes a file that only the account the desk runs under may read. Whoever reads meanwhile finds
   * the file that was there before.
   */
  public Path writeSecret(String name, String content) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(path);
      Path draft = path.resolve(name + ".new");
      Files.deleteIfExists(draft);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            draft,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(draft, content);
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
