package org.tierline.intake;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.platform.mail.EmailAddress;

/** Reads the people out of an address header, as it was meant rather than as it was written. */
final class Mailboxes {

  private static final Pattern ANYTHING_LIKE_AN_ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\]\",;:@]{1,64}@[^\\s<>()\\[\\]\",;:@]{1,190}");

  private static final Pattern ROUTE = Pattern.compile("^@[^:]{1,500}:");

  /** A domain may end where all domains end. */
  private static final Pattern ROOT = Pattern.compile("\\.$");

  private static final Pattern MAILTO = Pattern.compile("^(?i)mailto:");

  /** What no address we write to may hold, though some programs let it through. */
  private static final Pattern STRAY = Pattern.compile("[\\s\"'`<>()\\[\\],;:\\\\]");

  private Mailboxes() {}

  /** One person in a header; the name may be empty. */
  record Mailbox(String name, EmailAddress address) {}

  /** The first person we could write to. */
  static Optional<Mailbox> first(String header) {
    return all(header).stream().findFirst();
  }

  /** Everybody we could write to. */
  static List<Mailbox> all(String header) {
    List<Mailbox> reached = new ArrayList<>();
    for (MailPerson person : read(header)) {
      address(person.email()).ifPresent(a -> reached.add(new Mailbox(person.name(), a)));
    }
    return reached;
  }

  /** Everybody the header names, in its order, whether or not mail would reach them. */
  static List<MailPerson> people(String header) {
    return read(header).stream()
        .map(
            person ->
                new MailPerson(
                    person.name(),
                    EmailAddress.parse(ROOT.matcher(person.email()).replaceFirst(""))
                        .map(EmailAddress::value)
                        .orElse(person.email().toLowerCase(Locale.ROOT))))
        .filter(person -> !person.email().isEmpty())
        .toList();
  }

  private static List<MailPerson> read(String header) {
    String line = readable(header.replaceAll("[\\r\\n]+", " "));
    List<MailPerson> people = new ArrayList<>();
    String surname = "";
    for (AddressEntries.Entry entry : AddressEntries.of(line)) {
      if (entry.isWordsOnly()) {
        surname = entry.phrase(); // half a name, if the rest follows: Doe, Jane <jane@…>
        continue;
      }
      boolean secondHalf = !surname.isEmpty() && entry.angle().isPresent();
      people.add(person(secondHalf ? entry.after(surname) : entry));
      surname = "";
    }
    if (people.isEmpty() && !surname.isEmpty()) {
      people.add(new MailPerson(name(surname), ""));
    }
    return people;
  }

  /** Some programs encode the address with the name, which nobody may (RFC 2047 §5). */
  private static String readable(String line) {
    if (line.indexOf('@') >= 0 || !line.contains("=?")) {
      return line;
    }
    String decoded = EncodedWords.words(line);
    return decoded.indexOf('@') >= 0 ? decoded : line;
  }

  private static MailPerson person(AddressEntries.Entry entry) {
    String phrase = entry.phrase();
    if (entry.angle().isPresent()) {
      String written = written(entry.angle().get());
      boolean given = address(written).isPresent() || !written.isEmpty();
      Optional<String> inPhrase = anyIn(phrase);
      if (address(written).isEmpty() && inPhrase.isPresent()) {
        return new MailPerson(name(entry.comment()), inPhrase.get());
      }
      String name = name(phrase.isBlank() ? entry.comment() : phrase);
      return new MailPerson(name, given ? written : "");
    }
    String written = written(phrase);
    if (address(written).isPresent() && !phrase.strip().contains(" ")) {
      return new MailPerson(name(entry.comment()), written);
    }
    Optional<String> among = anyIn(phrase);
    String name = name(entry.comment());
    return new MailPerson(
        name.isEmpty() ? among.map(address -> nameBefore(address, phrase)).orElse("") : name,
        among.orElse(written));
  }

  /** What stands before an address that is marked by nothing, or by half a pair of brackets. */
  private static String nameBefore(String address, String phrase) {
    int at = phrase.indexOf(address);
    String words = at < 0 ? "" : phrase.substring(0, at).replaceAll("[\\s<\\[(:,-]+$", "");
    return words.indexOf('@') < 0 ? name(words) : "";
  }

  /** An address as it stands there, without what only carriers and link makers need. */
  private static String written(String text) {
    String plain = EncodedWords.words(text).strip();
    plain = MAILTO.matcher(ROUTE.matcher(plain).replaceFirst("")).replaceFirst("");
    boolean quoted = plain.startsWith("\"");
    return CleanText.line(quoted ? plain : plain.replaceAll("\\s", ""), 320);
  }

  private static Optional<String> anyIn(String phrase) {
    Matcher candidate = ANYTHING_LIKE_AN_ADDRESS.matcher(EncodedWords.words(phrase));
    while (candidate.find()) {
      if (address(candidate.group()).isPresent()) {
        return Optional.of(candidate.group());
      }
    }
    return Optional.empty();
  }

  private static Optional<EmailAddress> address(String written) {
    Optional<EmailAddress> address = EmailAddress.parse(ROOT.matcher(written).replaceFirst(""));
    if (address.isPresent() || written.lastIndexOf('@') <= 0) {
      return address;
    }
    return inAscii(written).or(() -> inAscii(STRAY.matcher(written).replaceAll("")));
  }

  private static Optional<EmailAddress> inAscii(String written) {
    int at = written.lastIndexOf('@');
    try {
      String domain = IDN.toASCII(written.substring(at + 1)).toLowerCase(Locale.ROOT);
      return EmailAddress.parse(written.substring(0, at + 1) + domain);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a domain in any script
    }
  }

  private static String name(String phrase) {
    String decoded = EncodedWords.words(withoutQuotes(phrase)).strip();
    String unquoted = decoded.replaceAll("^([\"'])(.*)\\1$", "$2");
    return CleanText.line(EncodedWords.words(unquoted), 200);
  }

  /** A backslash makes the next character an ordinary one, a quote is no part of the name. */
  private static String withoutQuotes(String phrase) {
    var plain = new StringBuilder(phrase.length());
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      if (c == '\\' && i + 1 < phrase.length()) {
        plain.append(phrase.charAt(++i));
      } else if (c != '"') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
