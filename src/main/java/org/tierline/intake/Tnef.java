package org.tierline.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the files out of a winmail.dat, in which Outlook hides them from everybody else
 * (MS-OXTNEF). Reads what is whole and stops where it is not.
 */
final class Tnef {

  private static final int SIGNATURE = 0x223E9F78;

  /** A new file begins. */
  private static final int RENDERING = 0x00069002;

  private static final int TITLE = 0x00018010;
  private static final int DATA = 0x0006800F;

  private static final int MAX_FILES = 500;

  private final ByteBuffer buffer;
  private final List<File> files = new ArrayList<>();
  private String title = "";
  private ByteBuffer data = ByteBuffer.allocate(0);

  private Tnef(ByteBuffer content) {
    this.buffer = content.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A file in it; the content is a stretch of the container, not a copy. */
  record File(String name, ByteBuffer content) {}

  /** None if it is no such container. */
  static List<File> files(ByteBuffer content) {
    var tnef = new Tnef(content);
    if (content.remaining() < 6 || tnef.buffer.getInt() != SIGNATURE) {
      return List.of();
    }
    tnef.buffer.getShort(); // a key nobody needs
    tnef.read();
    return tnef.files;
  }

  private void read() {
    while (buffer.remaining() >= 11 && files.size() < MAX_FILES) {
      buffer.get(); // whether it belongs to the message or to a file
      int attribute = buffer.getInt();
      int length = buffer.getInt();
      if (length < 0 || length > buffer.remaining() - 2) {
        break;
      }
      int next = buffer.position() + length + 2; // behind the checksum
      switch (attribute) {
        case RENDERING -> finish();
        case TITLE -> title = text(length);
        case DATA -> data = buffer.slice(buffer.position(), length);
        default -> {} // looks and dates
      }
      buffer.position(next);
    }
    finish();
  }

  private void finish() {
    if (data.hasRemaining()) {
      files.add(new File(title.isBlank() ? "file" : title, data));
    }
    title = "";
    data = ByteBuffer.allocate(0);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private String text(int length) {
    String text = MailCharset.decode(bytes(length), StandardCharsets.UTF_8.name());
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
