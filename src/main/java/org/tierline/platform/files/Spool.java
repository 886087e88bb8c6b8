package org.tierline.platform.files;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way from one place to the next: first written, then read as often as needed. A
 * small one is held in memory, a large one in a temporary file, so that a file of any size costs
 * the desk the same memory. The temporary file has no name any more, so that nothing of it is left
 * whatever happens to the server.
 */
public final class Spool extends OutputStream {

  /** In bytes; what is smaller needs no temporary file. */
  public static final int MOST_IN_MEMORY = 256 * 1024;

  private final int mostInMemory;
  private final MessageDigest digest = sha256Digest();
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel file;
  private long size;
  private @Nullable String sha256;

  public Spool() {
    this(MOST_IN_MEMORY);
  }

  /**
   * @param mostInMemory from how many bytes on it goes to disk
   */
  public Spool(int mostInMemory) {
    this.mostInMemory = mostInMemory;
  }

  public static Spool of(byte[] content) {
    return of(content, MOST_IN_MEMORY);
  }

  public static Spool of(byte[] content, int mostInMemory) {
    var spool = new Spool(mostInMemory);
    try {
      spool.write(content);
      return spool;
    } catch (IOException e) {
      spool.close();
      throw new UncheckedIOException(e);
    }
  }

  /** Everything the stream has. */
  public static Spool of(InputStream content) throws IOException {
    var spool = new Spool();
    try {
      content.transferTo(spool);
      return spool;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    write(ByteBuffer.wrap(bytes, offset, length));
  }

  /** All that remains in the buffer. */
  public void write(ByteBuffer bytes) throws IOException {
    if (sha256 != null) {
      throw new IllegalStateException("It has been read already");
    }
    digest.update(bytes.duplicate());
    size += bytes.remaining();
    if (file == null && size > mostInMemory) {
      overflow();
    }
    if (file == null) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      memory.write(copy);
    } else {
      writeAll(file, bytes);
    }
  }

  private void overflow() throws IOException {
    Path temporary = Files.createTempFile("tierline-", ".spool");
    FileChannel opened =
        FileChannel.open(
            temporary,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            // which takes its name away at once, where the system can
            StandardOpenOption.DELETE_ON_CLOSE);
    file = opened;
    writeAll(opened, ByteBuffer.wrap(memory.toByteArray()));
    memory = new ByteArrayOutputStream(0);
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** Of everything written, in lower-case hexadecimal. Nothing can be written after. */
  public String sha256() {
    if (sha256 == null) {
      sha256 = HexFormat.of().formatHex(digest.digest());
    }
    return sha256;
  }

  /** Everything that was written, from its beginning. */
  public InputStream open() {
    return open(Patience.ENDLESS);
  }

  /**
   * The same for a reader that may be stopped, and may share parts of it (Jakarta Mail's {@code
   * SharedInputStream}) without copying them.
   */
  public InputStream open(Patience patience) {
    return file == null
        ? new SharedByteArrayInputStream(memory.toByteArray())
        : new SpoolStream(file, 0, size, patience);
  }

  /** Its first bytes, at most so many. */
  public byte[] start(int most) {
    try (InputStream in = open()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Everything as one buffer, which costs no memory either.
   *
   * @throws IllegalArgumentException beyond 2 GB
   */
  public ByteBuffer mapped() throws IOException {
    return file == null
        ? ByteBuffer.wrap(memory.toByteArray())
        : file.map(FileChannel.MapMode.READ_ONLY, 0, size);
  }

  /** Lets go of it. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      System.getLogger(Spool.class.getName())
          .log(System.Logger.Level.WARNING, "A temporary file is left: {0}", e.getMessage());
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
