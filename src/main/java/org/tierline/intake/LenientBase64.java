package org.tierline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Takes the base64 out of whatever stands between its digits, and ends where the digits do. */
final class LenientBase64 extends InputStream {

  private static final int LINE = 1024;

  private final InputStream in;
  private final byte[] line = new byte[LINE];
  private int next;
  private int end;

  /** Digits that do not make a byte yet, and their bits. */
  private int digits;

  private int bits;

  LenientBase64(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int count = 0;
    while (count < length) {
      int digit = nextDigit();
      if (digit < 0) {
        break;
      }
      bits = bits << 6 | digit;
      digits++;
      if (digits > 1) {
        int rest = 6 - 2 * (digits - 1);
        bytes[offset + count++] = (byte) (bits >> rest);
        bits &= (1 << rest) - 1;
        digits %= 4;
      }
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private int nextDigit() throws IOException {
    while (true) {
      if (next == end) {
        next = 0;
        end = in.read(line);
        if (end <= 0) {
          end = 0;
          return -1;
        }
      }
      int digit = value(line[next++]);
      if (digit >= 0) {
        return digit;
      }
    }
  }

  private static int value(byte character) {
    if (character >= 'A' && character <= 'Z') {
      return character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
      return character - 'a' + 26;
    }
    if (character >= '0' && character <= '9') {
      return character - '0' + 52;
    }
    return character == '+' ? 62 : character == '/' ? 63 : -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
