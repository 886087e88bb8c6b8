package org.tierline.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** What newer programs say about a file; the title is but a short form of its name. */
  private static final int ATTACHMENT = 0x00069005;

  private static final int CODE_PAGE = 0x00069007;

  private static final int LONG_NAME = 0x3707;
  private static final int NAME = 0x3704;
  private static final int LABEL = 0x3001;
  private static final int CONTENT = 0x3701;

  private static final int MAX_FILES = 500;

  private final ByteBuffer buffer;
  private final List<File> files = new ArrayList<>();
  private String charset = StandardCharsets.UTF_8.name();
  private byte[] title = {};
  private ByteBuffer data = ByteBuffer.allocate(0);
  private MapiProperties properties = MapiProperties.none();

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
        case TITLE -> title = bytes(length);
        case DATA -> data = buffer.slice(buffer.position(), length);
        case ATTACHMENT -> properties = MapiProperties.in(buffer.slice(buffer.position(), length));
        case CODE_PAGE -> charset = length < 4 ? charset : "cp" + buffer.getInt();
        default -> {} // looks and dates
      }
      buffer.position(next);
    }
    finish();
  }

  /** Without content, it is a file still if it has a name: people do send empty ones. */
  private void finish() {
    ByteBuffer content = data.hasRemaining() ? data : properties.content(CONTENT).orElse(data);
    String name = name();
    if (content.hasRemaining() || !name.isBlank()) {
      files.add(new File(name.isBlank() ? "file" : name, content));
    }
    title = new byte[0];
    data = ByteBuffer.allocate(0);
    properties = MapiProperties.none();
  }

  private String name() {
    String written = MapiProperties.withoutEnd(MailCharset.decode(title, charset));
    return Stream.of(
            properties.text(LONG_NAME, charset),
            properties.text(NAME, charset),
            written,
            properties.text(LABEL, charset))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("");
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }
}
