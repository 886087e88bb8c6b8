package org.tierline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts an address header into its entries (RFC 5322 §3.4): quotes, nested comments, groups. Marks
 * that are never closed are taken for ordinary characters.
 */
final class AddressEntries {

  private final String header;
  private final boolean mayHaveGroups;

  /** Where the parenthesis that opens at an index closes, 0 where it never does. */
  private final int[] closing;

  private final List<Entry> entries = new ArrayList<>();
  private final StringBuilder phrase = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private Optional<String> angle = Optional.empty();

  /** How much of the phrase stood before the angle brackets. */
  private int named;

  private AddressEntries(String header) {
    this.header = header;
    this.mayHaveGroups = header.indexOf(';') >= 0;
    this.closing = closing(header);
  }

  /**
   * One entry.
   *
   * @param phrase what stands outside brackets, quotes included
   * @param angle what stands between angle brackets
   * @param comment what stands in parentheses
   */
  record Entry(String phrase, Optional<String> angle, String comment) {

    /** Nothing in it could be an address: neither brackets nor @, and more than one word. */
    boolean isWordsOnly() {
      boolean noAddress = angle.isEmpty() && phrase.indexOf('@') < 0;
      return noAddress && (phrase.isBlank() || isText());
    }

    private boolean isText() {
      return comment.isBlank() || phrase.strip().contains(" ");
    }

    Entry after(String firstHalf) {
      return new Entry(firstHalf.strip() + ", " + phrase.strip(), angle, comment);
    }
  }

  static List<Entry> of(String header) {
    return new AddressEntries(header).cut();
  }

  private List<Entry> cut() {
    int at = 0;
    while (at < header.length()) {
      at = next(at);
    }
    finish();
    return entries;
  }

  /** Takes what starts there and returns where it goes on. */
  private int next(int at) {
    char c = header.charAt(at);
    switch (c) {
      case '\\' -> {
        int end = Math.min(at + 2, header.length());
        phrase.append(header, at, end);
        return end;
      }
      case '"' -> {
        int end = quoteEnd(at);
        phrase.append(header, at, end < 0 ? at + 1 : end + 1);
        return end < 0 ? at + 1 : end + 1;
      }
      case '(' -> {
        int end = closing[at];
        if (end == 0) {
          return at + 1;
        }
        comment.append(comment.isEmpty() ? "" : " ").append(header, at + 1, end);
        return end + 1;
      }
      case '<' -> {
        int end = at + 1;
        while (end < header.length() && "<>".indexOf(header.charAt(end)) < 0) {
          end++;
        }
        if (end == header.length() || header.charAt(end) == '<') {
          return at + 1; // another bracket opens before this one closes, or none closes
        }
        startAnother();
        angle = Optional.of(withoutComments(header.substring(at + 1, end)));
        named = phrase.length();
        return end + 1;
      }
      case ':' -> {
        if (mayHaveGroups && angle.isEmpty() && phrase.indexOf("@") < 0) {
          phrase.setLength(0); // the name of a group
          comment.setLength(0);
        } else {
          phrase.append(c);
        }
        return at + 1;
      }
      case ',', ';' -> finish();
      default -> phrase.append(c);
    }
    return at + 1;
  }

  /** Where the comma is missing, a second name between two addresses belongs to the second. */
  private void startAnother() {
    String next = angle.isPresent() ? phrase.substring(named) : "";
    if (!next.isBlank() && angle.get().indexOf('@') > 0) {
      phrase.setLength(named);
      finish();
      phrase.append(next);
    }
  }

  private void finish() {
    if (!phrase.toString().isBlank() || angle.isPresent()) {
      entries.add(new Entry(phrase.toString(), angle, comment.toString()));
    }
    phrase.setLength(0);
    comment.setLength(0);
    angle = Optional.empty();
  }

  private int quoteEnd(int start) {
    for (int i = start + 1; i < header.length(); i++) {
      if (header.charAt(i) == '\\') {
        i++;
      } else if (header.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  private static int[] closing(String header) {
    int[] closing = new int[header.length()];
    int[] open = new int[header.length()];
    int depth = 0;
    for (int i = 0; i < header.length(); i++) {
      switch (header.charAt(i)) {
        case '\\' -> i++;
        case '(' -> open[depth++] = i;
        case ')' -> {
          if (depth > 0) {
            closing[open[--depth]] = i;
          }
        }
        default -> {}
      }
    }
    return closing;
  }

  private static String withoutComments(String address) {
    return address.replaceAll("\\([^()]*\\)", "");
  }
}
