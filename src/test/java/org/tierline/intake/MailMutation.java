package org.tierline.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages a mail the way lines, gateways and enemies do. */
final class MailMutation {

  private static final int LONGEST = 400_000;

  private static final List<byte[]> SPLINTERS =
      List.of(
          ascii("\r\n\r\n"),
          ascii("\r"),
          ascii("\0"),
          ascii("--"),
          ascii("=?utf-8?b?"),
          ascii("?="),
          ascii("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"),
          ascii("Content-Transfer-Encoding: base64\r\n"),
          ascii("charset=utf-16"),
          ascii("boundary=\"\""),
          ascii("filename*0*="),
          ascii("\"<>,;:\\"),
          new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});

  private final RandomGenerator random;

  MailMutation(RandomGenerator random) {
    this.random = random;
  }

  byte[] mutate(byte[] mail) {
    byte[] mutated = mail;
    for (int times = 1 + random.nextInt(6); times > 0; times--) {
      mutated = once(mutated);
    }
    return mutated.length > LONGEST ? Arrays.copyOf(mutated, LONGEST) : mutated;
  }

  private byte[] once(byte[] mail) {
    if (mail.length == 0) {
      return one();
    }
    int at = random.nextInt(mail.length);
    int end = Math.min(mail.length, at + 1 + random.nextInt(Math.max(1, mail.length / 4)));
    return switch (random.nextInt(7)) {
      case 0 -> { // a bit tips over
        byte[] flipped = mail.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 1 -> join(cut(mail, 0, at), one(), cut(mail, at, mail.length));
      case 2 -> join(cut(mail, 0, at), cut(mail, end, mail.length)); // a piece is lost
      case 3 -> join(cut(mail, 0, end), cut(mail, at, mail.length)); // a piece comes twice
      case 4 -> cut(mail, 0, at); // the line broke
      case 5 -> join(cut(mail, at, mail.length), cut(mail, 0, at)); // in the wrong order
      default -> { // every occurrence of a byte becomes another
        byte from = mail[at];
        byte to = (byte) random.nextInt(256);
        byte[] replaced = mail.clone();
        for (int i = 0; i < replaced.length; i++) {
          replaced[i] = replaced[i] == from ? to : replaced[i];
        }
        yield replaced;
      }
    };
  }

  private byte[] one() {
    return SPLINTERS.get(random.nextInt(SPLINTERS.size()));
  }

  private static byte[] cut(byte[] mail, int from, int to) {
    return Arrays.copyOfRange(mail, from, to);
  }

  private static byte[] join(byte[]... pieces) {
    var joined = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      joined.writeBytes(piece);
    }
    return joined.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
