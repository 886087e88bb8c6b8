package org.tierline.intake;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.platform.mail.EmailAddress;

/** Reads the people out of an address header, as it was meant rather than as it was written. */
final class Mailboxes {

  private static final Pattern ANYTHING_LIKE_AN_ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\]\",;:@]{1,64}@[^\\s<>()\\[\\]\",;:@]{1,190}");

  private Mailboxes() {}

  /** One person in a header; the name may be empty. */
  record Mailbox(String name, EmailAddress address) {}

  /** The first person we could write to. */
  static Optional<Mailbox> first(String header) {
    return split(header).stream().map(Mailboxes::read).flatMap(Optional::stream).findFirst();
  }

  /** Everybody we could write to. */
  static List<Mailbox> all(String header) {
    return split(header).stream().map(Mailboxes::read).flatMap(Optional::stream).toList();
  }

  /** Everybody the header names, in its order. */
  static List<MailPerson> people(String header) {
    return all(header).stream()
        .map(found -> new MailPerson(found.name(), found.address().value()))
        .toList();
  }

  private static Optional<Mailbox> read(String entry) {
    int open = entry.lastIndexOf('<');
    int close = entry.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      Optional<EmailAddress> address = address(entry.substring(open + 1, close));
      if (address.isPresent()) {
        return Optional.of(new Mailbox(name(entry.substring(0, open)), address.get()));
      }
    }
    Matcher candidate = ANYTHING_LIKE_AN_ADDRESS.matcher(EncodedWords.decode(entry));
    while (candidate.find()) {
      Optional<EmailAddress> address = address(candidate.group());
      if (address.isPresent()) {
        return Optional.of(new Mailbox(comment(entry), address.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<EmailAddress> address(String text) {
    String plain = EncodedWords.decode(text).replaceAll("\\s", "").replaceFirst("^(?i)mailto:", "");
    Optional<EmailAddress> address = EmailAddress.parse(plain);
    int at = plain.lastIndexOf('@');
    if (address.isPresent() || at < 0) {
      return address;
    }
    try {
      return EmailAddress.parse(plain.substring(0, at + 1) + IDN.toASCII(plain.substring(at + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a domain in any script
    }
  }

  private static String name(String phrase) {
    String decoded = EncodedWords.decode(phrase).strip();
    String unquoted = decoded.replaceAll("^\"|\"$", "").replaceAll("\\\\(.)", "$1");
    return CleanText.line(EncodedWords.decode(unquoted), 200);
  }

  private static String comment(String entry) {
    int open = entry.indexOf('(');
    int close = entry.lastIndexOf(')');
    return open >= 0 && close > open ? name(entry.substring(open + 1, close)) : "";
  }

  /** At commas and semicolons that stand neither in quotes nor in brackets. */
  private static List<String> split(String header) {
    List<String> entries = new ArrayList<>();
    var entry = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && i + 1 < header.length()) {
        entry.append(c).append(header.charAt(++i));
        continue;
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == '<')) {
        depth++;
      } else if (!quoted && (c == ')' || c == '>')) {
        depth = Math.max(0, depth - 1);
      }
      if ((c == ',' || c == ';') && !quoted && depth == 0) {
        entries.add(entry.toString());
        entry.setLength(0);
      } else {
        entry.append(c);
      }
    }
    entries.add(entry.toString());
    if (quoted || depth > 0) {
      entries.add(header.replaceAll("[\"()]", " ")); // unbalanced: once more without the marks
    }
    return entries;
  }
}
