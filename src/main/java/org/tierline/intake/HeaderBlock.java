package org.tierline.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The little table over a quoted mail: From, Sent, To, Subject. Other lists of this form – the data
 * of a web form, of a journey – lack the time of sending or an address.
 */
final class HeaderBlock implements QuoteOpening {

  private static final int MAX_LINES = 14;
  private static final int MAX_KEY_LENGTH = 40;
  private static final int MAX_UNKNOWN_LINES = 6;

  private enum Header {
    FROM,
    SENT,
    TO,
    COPY,
    SUBJECT
  }

  private static final Set<Header> COMPLETE =
      EnumSet.of(Header.FROM, Header.SENT, Header.TO, Header.SUBJECT);

  private static final Pattern SEPARATOR = Pattern.compile("[-_=*–—─]{3,}");
  private static final Pattern OUTLOOK_LINE = Pattern.compile("_{20,80}\\s{0,9}");
  private static final Pattern WORD_BEFORE_COLON = Pattern.compile("(\\p{L}{1,30}) ?:");
  private static final Pattern KEY = Pattern.compile("\\p{L}[\\p{L} .'-]{0,30}");

  private static final Map<String, Set<Header>> HEADERS = new HashMap<>();

  static {
    Arrays.stream(Header.values())
        .forEach(
            header ->
                ReplyWords.of(header.name().toLowerCase(Locale.ROOT))
                    .forEach(
                        word ->
                            HEADERS
                                .computeIfAbsent(word, w -> EnumSet.noneOf(Header.class))
                                .add(header)));
  }

  @Override
  public int linesAt(MailLines lines, int at) {
    boolean separated = isSeparator(lines.line(at));
    int first = separated ? lines.skipBlank(at + 1) : at;
    if (first >= lines.count() || first > at + 3) {
      return 0;
    }
    int count = OUTLOOK_LINE.matcher(lines.line(at)).matches() ? anyBlock(lines, first) : 0;
    int known = block(lines, first, separated, false);
    int block = Math.max(Math.max(count, known), block(lines, first, separated, true));
    return block == 0 ? 0 : first - at + block;
  }

  /** A line of dashes, underscores and the like. */
  static boolean isSeparator(String line) {
    return line.length() <= MailLines.MAX_LENGTH && SEPARATOR.matcher(line.strip()).matches();
  }

  /** A line that says something else may stand amid a table that is complete without it. */
  private static int block(MailLines lines, int first, boolean separated, boolean withUnknownLine) {
    if (headersOf(lines, first).isEmpty()) {
      return 0;
    }
    Set<Header> found = EnumSet.noneOf(Header.class);
    boolean address = false;
    boolean unknown = false;
    int at = first;
    while (at < Math.min(first + MAX_LINES, lines.count()) && !lines.isQuoted(at)) {
      Set<Header> headers = headersOf(lines, at);
      if (headers.isEmpty() && !goesOn(lines, at)) {
        if (unknown || !withUnknownLine || !isAboveHeader(lines, at)) {
          break;
        }
        unknown = true;
      }
      found.addAll(headers);
      address |= lines.plain(at).contains("@");
      at++;
    }
    boolean complete = !unknown || found.containsAll(COMPLETE);
    return complete && isQuoteOpening(found, address, separated) ? at - first : 0;
  }

  private static boolean isAboveHeader(MailLines lines, int at) {
    return at + 1 < lines.count()
        && !lines.isBlank(at)
        && !lines.isLong(at)
        && !headersOf(lines, at + 1).isEmpty();
  }

  private static boolean isQuoteOpening(Set<Header> found, boolean address, boolean separated) {
    if (!found.contains(Header.FROM)) {
      return found.contains(Header.SENT)
          && found.contains(Header.TO)
          && found.contains(Header.SUBJECT);
    }
    boolean addressed = found.contains(Header.SENT) || found.contains(Header.TO);
    boolean dated = found.contains(Header.SUBJECT) && found.contains(Header.SENT);
    boolean mail = address || dated || separated;
    return (addressed && mail) || (separated && found.contains(Header.SUBJECT));
  }

  /** The rest of a long list of readers, folded as in a real header or after a comma. */
  private static boolean goesOn(MailLines lines, int at) {
    if (lines.isBlank(at) || lines.isLong(at)) {
      return false;
    }
    String previous = lines.line(at - 1).strip();
    boolean folded = Character.isWhitespace(lines.line(at).charAt(0));
    return (folded && lines.plain(at).contains("@"))
        || previous.endsWith(";")
        || previous.endsWith(",");
  }

  /** Several where one word means several, or where a line names several. */
  private static Set<Header> headersOf(MailLines lines, int at) {
    String line = lines.plain(at);
    int colon = line.indexOf(':');
    if (colon < 1 || colon > MAX_KEY_LENGTH) {
      return Set.of();
    }
    Set<Header> headers = HEADERS.get(line.substring(0, colon).strip());
    if (headers == null) {
      return Set.of();
    }
    Set<Header> all = EnumSet.copyOf(headers);
    if (line.contains("@")) {
      WORD_BEFORE_COLON
          .matcher(line)
          .results()
          .map(match -> HEADERS.get(match.group(1)))
          .filter(found -> found != null)
          .forEach(all::addAll);
    }
    return all;
  }

  /**
   * Below the line Outlook draws, in a language we do not know: a few names with a colon, the first
   * that of a sender with his address. Web forms, which look alike, begin with other things.
   */
  private static int anyBlock(MailLines lines, int first) {
    int at = first;
    while (at < lines.count() && at <= first + MAX_UNKNOWN_LINES && isNamed(lines.plain(at))) {
      at++;
    }
    boolean sender = lines.plain(first).contains("@");
    return sender && at - first >= 3 && at - first <= MAX_UNKNOWN_LINES ? at - first : 0;
  }

  private static boolean isNamed(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && KEY.matcher(line.substring(0, colon).strip()).matches();
  }
}
