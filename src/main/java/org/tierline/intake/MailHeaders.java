package org.tierline.intake;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The headers of a mail, by name, as they were written. */
final class MailHeaders {

  private static final Pattern NO_RETURN = Pattern.compile("\\s*<\\s*>.*");

  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  MailHeaders(MimeMessage mail) throws MessagingException {
    this(mail, "");
  }

  /**
   * @param charset of the mail's text, in which some programs write their headers, too
   */
  MailHeaders(MimeMessage mail, String charset) throws MessagingException {
    for (Header header : Collections.list(mail.getAllHeaders())) {
      values
          .computeIfAbsent(header.getName(), name -> new ArrayList<>())
          .add(MailCharset.raw(header.getValue(), charset));
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether a header's name begins so. */
  boolean hasAny(String prefix) {
    return values.keySet().stream()
        .anyMatch(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
  }

  /** The first header of that name, or an empty text. */
  String raw(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  /** All headers of that name. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  String decoded(String name) {
    return EncodedWords.words(raw(name));
  }

  String lower(String name) {
    return decoded(name).strip().toLowerCase(Locale.ROOT);
  }

  String subject() {
    return CleanText.line(decoded("Subject"), 2000);
  }

  /** The address in From, or an empty text. */
  String sender() {
    return Mailboxes.first(raw("From")).map(from -> from.address().value()).orElse("");
  }

  boolean hasNullReturnPath() {
    return NO_RETURN.matcher(raw("Return-Path")).matches();
  }
}
