package org.tierline.platform.files;

import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A stretch of a file. Any number of them share the file, each at a place of its own. */
final class SpoolStream extends InputStream implements SharedInputStream {

  private static final int BUFFER = 8 * 1024;

  private final FileChannel file;
  private final long start;
  private final long end;
  private final Patience patience;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /** Of the first byte behind the buffer. */
  private long next;

  private long mark;

  SpoolStream(FileChannel file, long start, long end, Patience patience) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.patience = patience;
    this.next = start;
    this.mark = start;
  }

  @Override
  public int read() throws IOException {
    return buffer.hasRemaining() || fill() ? buffer.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    patience.ask();
    if (next >= end) {
      return false;
    }
    if (buffer.capacity() == 0) {
      buffer = ByteBuffer.allocate(BUFFER);
    }
    buffer.clear().limit((int) Math.min(BUFFER, end - next));
    int count = file.read(buffer, next);
    buffer.flip();
    next += Math.max(count, 0);
    return count > 0;
  }

  private long position() {
    return next - buffer.remaining();
  }

  private void moveTo(long position) {
    long bufferStart = next - buffer.limit();
    if (position >= bufferStart && position <= next) {
      buffer.position((int) (position - bufferStart));
    } else {
      next = position;
      buffer.limit(0);
    }
  }

  @Override
  public long skip(long count) {
    long from = position();
    long to = Math.max(from, Math.min(end, from + Math.max(count, 0)));
    moveTo(to);
    return to - from;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position());
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public synchronized void mark(int readLimit) {
    mark = position();
  }

  @Override
  public synchronized void reset() {
    moveTo(mark);
  }

  @Override
  public long getPosition() {
    return position() - start;
  }

  @Override
  public InputStream newStream(long from, long to) {
    return new SpoolStream(file, start + from, to < 0 ? end : start + to, patience);
  }
}
