package org.tierline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the desk keeps what must survive a restart. Copy it and you have a backup. */
public record DataDirectory(Path path) {

  /** Writes a file that only the account the desk runs under may read. */
  public Path writeSecret(String name, String content) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(path);
      Files.deleteIfExists(file);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
