package org.tierline.intake;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Outlook knows about a letter or about a file in it (MS-OXTNEF §2.1.3.4). Reads what is whole
 * and stops where it is not.
 */
final class MapiProperties {

  private static final int FIRST_NAMED = 0x8000;
  private static final int NAMED_BY_TEXT = 1;
  private static final int SEVERAL = 0x1000;

  private static final int MAX_PROPERTIES = 5_000;
  private static final int MAX_VALUES = 5_000;

  /** How many bytes values of a type take that all take as many. */
  private static final Map<Integer, Integer> SIZES =
      Map.ofEntries(
          Map.entry(0x0002, 4),
          Map.entry(0x0003, 4),
          Map.entry(0x0004, 4),
          Map.entry(0x0005, 8),
          Map.entry(0x0006, 8),
          Map.entry(0x0007, 8),
          Map.entry(0x000A, 4),
          Map.entry(0x000B, 4),
          Map.entry(0x0014, 8),
          Map.entry(0x0040, 8),
          Map.entry(0x0048, 16));

  private static final int OBJECT = 0x000D;
  private static final int TEXT = 0x001E;
  private static final int WIDE_TEXT = 0x001F;
  private static final int BINARY = 0x0102;

  /** What kind of object it is stands before the object. */
  private static final int KIND_OF_OBJECT = 16;

  private final ByteBuffer buffer;
  private final Map<Integer, Value> values = new HashMap<>();

  private MapiProperties(ByteBuffer content) {
    this.buffer = content.order(ByteOrder.LITTLE_ENDIAN);
  }

  private record Value(int type, ByteBuffer content) {}

  static MapiProperties none() {
    return new MapiProperties(ByteBuffer.allocate(0));
  }

  /**
   * @param content of which stretches are kept
   */
  static MapiProperties in(ByteBuffer content) {
    var properties = new MapiProperties(content);
    try {
      int count = Math.min(properties.buffer.getInt(), MAX_PROPERTIES);
      for (int i = 0; i < count && properties.next(); i++) {}
    } catch (BufferUnderflowException e) {
      return properties; // what could be read so far
    }
    return properties;
  }

  /** Whether another one may follow. */
  private boolean next() {
    int type = buffer.getShort() & 0xFFFF;
    int id = buffer.getShort() & 0xFFFF;
    if (id >= FIRST_NAMED) {
      skipName();
    }
    int single = type & ~SEVERAL;
    Integer size = SIZES.get(single);
    boolean counted = size == null || type != single;
    int count = counted ? buffer.getInt() : 1;
    if (count < 0 || count > MAX_VALUES || (size == null && !isLong(single))) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      values.putIfAbsent(id, new Value(type, size == null ? padded(buffer.getInt()) : take(size)));
    }
    return true;
  }

  private static boolean isLong(int type) {
    return type == OBJECT || type == TEXT || type == WIDE_TEXT || type == BINARY;
  }

  private void skipName() {
    take(16);
    if (buffer.getInt() == NAMED_BY_TEXT) {
      padded(buffer.getInt());
    } else {
      buffer.getInt();
    }
  }

  private ByteBuffer padded(int length) {
    ByteBuffer content = take(length);
    take(Math.min((4 - length % 4) % 4, buffer.remaining()));
    return content;
  }

  private ByteBuffer take(int length) {
    if (length < 0 || length > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer content = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    return content;
  }

  /**
   * Without the zeros that end it, or an empty text.
   *
   * @param charset of what is not written in UTF-16
   */
  String text(int id, String charset) {
    Value value = values.get(id);
    if (value == null || (value.type() != TEXT && value.type() != WIDE_TEXT)) {
      return "";
    }
    byte[] bytes = new byte[value.content().remaining()];
    value.content().duplicate().get(bytes);
    String text =
        value.type() == WIDE_TEXT
            ? new String(bytes, StandardCharsets.UTF_16LE)
            : MailCharset.decode(bytes, charset);
    return withoutEnd(text);
  }

  static String withoutEnd(String text) {
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Of a file or an object that is one. */
  Optional<ByteBuffer> content(int id) {
    Value value = values.get(id);
    if (value == null) {
      return Optional.empty();
    }
    ByteBuffer content = value.content().duplicate();
    if (value.type() == OBJECT) {
      content.position(Math.min(KIND_OF_OBJECT, content.limit()));
      return Optional.of(content.slice());
    }
    return value.type() == BINARY ? Optional.of(content) : Optional.empty();
  }
}
