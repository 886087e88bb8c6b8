package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks what the desk sends so that an answer proves what it answers: the Message-ID, and where the
 * mailbox allows it the reply address, name the ticket and carry a seal (HMAC-SHA-256, truncated as
 * RFC 2104 §5 allows) that nobody else can make. It holds for ever, whether or not the desk still
 * remembers the mail. Everything is in lower case, because some programs fold it.
 */
@ApplicationScoped
public class MailSeal {

  private static final int NONCE_BYTES = 10;
  private static final int ID_SEAL_BYTES = 16;

  /**
   * An address has room for no more; 80 bits are out of reach for somebody who has to send mails.
   */
  private static final int ADDRESS_SEAL_BYTES = 10;

  private static final int ADDRESS_BYTES = 2 * Long.BYTES + ADDRESS_SEAL_BYTES;
  private static final int RADIX = Character.MAX_RADIX;
  private static final int ADDRESS_DIGITS = digits(ADDRESS_BYTES);
  private static final int MAX_LOCAL_PART = 64;

  /** Of a mail that is about no ticket. */
  private static final String NO_TICKET = "desk";

  private static final Pattern ID =
      Pattern.compile("<tl\\.(([0-9a-f-]{36}|desk)\\.([cs])[0-9a-f]{20})\\.([0-9a-f]{32})@[^@>]+>");

  private static final Pattern ADDRESS =
      Pattern.compile("[^+@]+\\+([0-9a-z]{" + ADDRESS_DIGITS + "})@.+");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SealKeys keys;
  private final SealSettings settings;

  @Inject
  MailSeal(SealKeys keys, SealSettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MailSeal() {
    this(null, null);
  }

  /**
   * What a sealed Message-ID says.
   *
   * @param audience who the mail was meant for
   */
  public record Sealed(Optional<UUID> ticket, Audience audience) {}

  /** A Message-ID for a mail to be written; the mail keeps it however often it is sent. */
  public MailId newId(Optional<UUID> ticket, Audience audience, EmailAddress from) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    String claim =
        "%s.%s%s"
            .formatted(
                ticket.map(UUID::toString).orElse(NO_TICKET),
                code(audience),
                HexFormat.of().formatHex(nonce));
    byte[] seal = seal(keys.all().get(0), "message-id", claim.getBytes(StandardCharsets.US_ASCII));
    return new MailId(
        "<tl.%s.%s@%s>"
            .formatted(
                claim,
                HexFormat.of().formatHex(Arrays.copyOf(seal, ID_SEAL_BYTES)),
                from.domain()));
  }

  /**
   * What one of our Message-IDs says; empty for everybody else's, and for what was tampered with.
   */
  public Optional<Sealed> read(MailId id) {
    Matcher form = ID.matcher(id.value().toLowerCase(Locale.ROOT));
    if (!form.matches()
        || !isOurs(
            "message-id",
            form.group(1).getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex(form.group(4)))) {
      return Optional.empty();
    }
    String ticket = form.group(2);
    return Optional.of(
        new Sealed(
            ticket.equals(NO_TICKET) ? Optional.empty() : Optional.of(UUID.fromString(ticket)),
            form.group(3).equals(code(Audience.STAFF)) ? Audience.STAFF : Audience.CUSTOMER));
  }

  /**
   * The address at which answers about a ticket are recognised, whatever a mail program does to the
   * headers; empty where the mailbox knows no plus-addresses or ours is too long for one.
   */
  public Optional<EmailAddress> replyAddress(EmailAddress from, UUID ticket) {
    String local = from.value().substring(0, from.value().lastIndexOf('@'));
    if (!settings.plusAddressing() || local.length() + 1 + ADDRESS_DIGITS > MAX_LOCAL_PART) {
      return Optional.empty();
    }
    byte[] name = bytes(ticket);
    byte[] token =
        ByteBuffer.allocate(ADDRESS_BYTES)
            .put(name)
            .put(seal(keys.all().get(0), "reply-to", name), 0, ADDRESS_SEAL_BYTES)
            .array();
    return Optional.of(new EmailAddress("%s+%s@%s".formatted(local, digits(token), from.domain())));
  }

  /** The ticket a reply address of ours is about; empty for every other address. */
  public Optional<UUID> ticketOf(EmailAddress address) {
    Matcher form = ADDRESS.matcher(address.value());
    if (!form.matches()) {
      return Optional.empty();
    }
    BigInteger token = new BigInteger(form.group(1), RADIX);
    if (token.bitLength() > ADDRESS_BYTES * Byte.SIZE) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(padded(token.toByteArray()));
    var ticket = new UUID(parts.getLong(), parts.getLong());
    byte[] seal = new byte[ADDRESS_SEAL_BYTES];
    parts.get(seal);
    return isOurs("reply-to", bytes(ticket), seal) ? Optional.of(ticket) : Optional.empty();
  }

  private boolean isOurs(String purpose, byte[] claim, byte[] seal) {
    return keys.all().stream()
        .map(key -> Arrays.copyOf(seal(key, purpose, claim), seal.length))
        .anyMatch(ours -> MessageDigest.isEqual(ours, seal));
  }

  /** What is sealed for one purpose is worth nothing for another. */
  private static byte[] seal(byte[] key, String purpose, byte[] claim) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((purpose + ":").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(claim);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static String code(Audience audience) {
    return audience == Audience.STAFF ? "s" : "c";
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static String digits(byte[] token) {
    String digits = new BigInteger(1, token).toString(RADIX);
    return "0".repeat(ADDRESS_DIGITS - digits.length()) + digits;
  }

  private static int digits(int bytes) {
    return BigInteger.ONE
        .shiftLeft(bytes * Byte.SIZE)
        .subtract(BigInteger.ONE)
        .toString(RADIX)
        .length();
  }

  /** {@code BigInteger} leaves out leading zeros and may put one in front for its sign. */
  private static byte[] padded(byte[] number) {
    byte[] padded = new byte[ADDRESS_BYTES];
    int length = Math.min(number.length, ADDRESS_BYTES);
    System.arraycopy(number, number.length - length, padded, ADDRESS_BYTES - length, length);
    return padded;
  }
}
