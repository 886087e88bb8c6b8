package org.tierline.intake;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tierline.platform.mail.EmailAddress;

/**
 * What is known of a text beside its words: who sent it, whether it passes an earlier mail on, who
 * set its marks.
 *
 * @param names how the sender may sign
 * @param forwards whether the subject says that an earlier mail is passed on
 * @param marksAreSure whether markup, not a person, set the marks of quotes and signature
 */
record Letterhead(Set<String> names, boolean forwards, boolean marksAreSure) {

  static final Letterhead NONE = new Letterhead(Set.of(), false, false);

  /** "Fwd:" as the mail programs of many languages write it. */
  private static final Pattern FORWARD =
      Pattern.compile(
          "(?iu)^\\s*(?:fwd?|wg|tr|rv|enc|i|vs|vb|doorst|pd|vl|továbbítás|fs|转发|轉寄|ynt|ilt)\\s?[:：].*");

  static Letterhead of(String subject, Optional<String> name, Optional<EmailAddress> address) {
    Set<String> names = new LinkedHashSet<>();
    name.map(MailLines::plain).map(ReplyWords::letters).ifPresent(full -> addName(names, full));
    address
        .map(EmailAddress::value)
        .map(value -> value.substring(0, Math.max(0, value.lastIndexOf('@'))))
        .map(local -> ReplyWords.letters(ReplyWords.plain(local.toLowerCase(Locale.ROOT))))
        .ifPresent(local -> addName(names, local));
    return new Letterhead(Set.copyOf(names), FORWARD.matcher(subject).matches(), false);
  }

  private static void addName(Set<String> names, String full) {
    List<String> words = Arrays.asList(full.split(" ", -1));
    names.add(full);
    words.stream().filter(word -> word.length() > 1).forEach(names::add);
    if (words.size() == 2) {
      names.add(words.get(1) + " " + words.get(0));
    }
    names.remove("");
  }

  Letterhead withSureMarks() {
    return new Letterhead(names, forwards, true);
  }

  boolean isSignedBy(String line) {
    return line.length() <= 80 && names.contains(ReplyWords.letters(MailLines.plain(line)));
  }
}
