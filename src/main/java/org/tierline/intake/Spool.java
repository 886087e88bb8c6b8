package org.tierline.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way from one place to the next. A small one is held in memory, a large one in a
 * temporary file, so that a mail of any size costs the desk the same memory.
 */
final class Spool extends OutputStream {

  private static final int MOST_IN_MEMORY = 256 * 1024;

  private final MessageDigest digest = ContentKey.digest();
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream toFile;
  private long size;

  static Spool of(byte[] content) {
    var spool = new Spool();
    try {
      spool.write(content);
      return spool;
    } catch (IOException e) {
      spool.close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    size += length;
    if (toFile == null && size > MOST_IN_MEMORY) {
      overflow();
    }
    if (toFile == null) {
      memory.write(bytes, offset, length);
    } else {
      toFile.write(bytes, offset, length);
    }
  }

  private void overflow() throws IOException {
    Path temporary = Files.createTempFile("tierline-", ".mail");
    file = temporary;
    toFile = Files.newOutputStream(temporary);
    memory.writeTo(toFile);
    memory = new ByteArrayOutputStream(0);
  }

  /** In bytes. */
  long size() {
    return size;
  }

  /** Of everything written, in lower-case hexadecimal. Can be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Everything that was written, from its beginning. */
  InputStream open() throws IOException {
    if (toFile != null) {
      toFile.flush();
    }
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : Files.newInputStream(file);
  }

  /** Lets go of it. */
  @Override
  public void close() {
    try {
      if (toFile != null) {
        toFile.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.getLogger(Spool.class.getName())
          .log(System.Logger.Level.WARNING, "A temporary file is left: {0}", e.getMessage());
    }
  }
}
