package org.tierline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the quoted mails in a text. Where somebody answers between the lines of a quote, the quote
 * stays: an answer without its question says nothing. A forwarded mail stays, too.
 */
final class Quotes {

  /** Fewer marked lines without an announcement may be anything, a line of a log for instance. */
  private static final int MIN_MARKED_LINES = 3;

  /** A quoted line of this length may have been broken in two on its way. */
  private static final int BREAKABLE_LENGTH = 60;

  private static final int MAX_BROKEN_LINES = 2;

  private static final List<QuoteOpening> OPENINGS =
      List.of(new QuoteTitle(), new HeaderBlock(), new Attribution());

  private enum Kind {
    BLANK,
    WRITTEN,
    QUOTED,
    OPENING
  }

  private final MailLines lines;
  private final Letterhead head;
  private final Kind[] kinds;

  /** Where an unmarked quote begins that fills the rest; the number of lines without one. */
  private int end;

  private boolean announced;

  private Quotes(MailLines lines, Letterhead head) {
    this.lines = lines;
    this.head = head;
    this.kinds = new Kind[lines.count()];
    this.end = lines.count();
  }

  /** The lines that are no quote. */
  static List<String> cut(List<String> text, Letterhead head) {
    var quotes = new Quotes(new MailLines(text), head);
    quotes.lookAtEveryLine();
    quotes.joinBrokenLines();
    return quotes.written();
  }

  private void lookAtEveryLine() {
    Arrays.fill(kinds, Kind.WRITTEN);
    int at = 0;
    while (at < end) {
      int opening = 0;
      if (lines.isBlank(at)) {
        kinds[at] = Kind.BLANK;
      } else if (lines.isQuoted(at)) {
        kinds[at] = Kind.QUOTED;
        announced |= isAnnouncedInside(at);
      } else if (QuoteTitle.isForward(lines, at)) {
        return;
      } else {
        opening = openingAt(at);
      }
      if (opening > 0 && !open(at, opening)) {
        return;
      }
      at += Math.max(1, opening);
    }
  }

  /** Whether the search goes on below the opening. */
  private boolean open(int at, int count) {
    int next = lines.skipBlank(at + count);
    if (next < lines.count() && lines.isQuoted(next)) {
      Arrays.fill(kinds, at, at + count, Kind.OPENING);
      announced = true;
      return true;
    }
    boolean forwarded = head.forwards() && new Attribution().linesAt(lines, at) == 0;
    if (!forwarded) {
      end = at;
    }
    return false;
  }

  private int openingAt(int at) {
    for (QuoteOpening opening : OPENINGS) {
      int count = opening.linesAt(lines, at);
      if (count > 0) {
        return count;
      }
    }
    return 0;
  }

  /** Some programs mark the attribution, too. */
  private boolean isAnnouncedInside(int at) {
    boolean first = at == 0 || kinds[at - 1] != Kind.QUOTED;
    return first && Attribution.isAttribution(MailLines.withoutQuoteMarks(lines.line(at)));
  }

  /** Unmarked lines amid quoted ones which a mail program tore off, not a person wrote. */
  private void joinBrokenLines() {
    int at = 1;
    while (at < end - 1) {
      int first = at;
      while (at < end && kinds[at] == Kind.WRITTEN) {
        at++;
      }
      boolean inside =
          at > first && at < end && kinds[first - 1] == Kind.QUOTED && kinds[at] == Kind.QUOTED;
      if (inside && at - first <= MAX_BROKEN_LINES && isTornOff(first, at)) {
        Arrays.fill(kinds, first, at, Kind.QUOTED);
      }
      at++;
    }
  }

  private boolean isTornOff(int first, int afterLast) {
    String before = lines.plain(first - 1);
    String last = lines.plain(afterLast - 1);
    if (opensMoreThanItCloses(before) && (last.indexOf(')') >= 0 || last.indexOf('>') >= 0)) {
      return true;
    }
    boolean link = (last.contains("://") && last.indexOf(' ') < 0) || last.endsWith(">");
    boolean fullLine = before.length() >= BREAKABLE_LENGTH && !endsSentence(before);
    boolean rest = afterLast - first == 1 && last.length() < before.length();
    return link || (fullLine && rest);
  }

  private static boolean opensMoreThanItCloses(String line) {
    String words = MailLines.withoutQuoteMarks(line);
    return words.lastIndexOf('(') > words.lastIndexOf(')')
        || words.lastIndexOf('<') > words.lastIndexOf('>');
  }

  private static boolean endsSentence(String line) {
    return !line.isEmpty() && ".?!:;。？！".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private List<String> written() {
    int marked = 0;
    int lastWritten = -1;
    int lastQuoted = -1;
    boolean answered = false;
    boolean writtenBelowQuote = false;
    for (int i = 0; i < end; i++) {
      switch (kinds[i]) {
        case QUOTED, OPENING -> {
          marked += kinds[i] == Kind.QUOTED ? 1 : 0;
          lastQuoted = i;
          answered |= writtenBelowQuote;
        }
        case WRITTEN -> {
          lastWritten = i;
          writtenBelowQuote |= lastQuoted >= 0;
        }
        case BLANK -> {}
      }
    }
    boolean quoted = announced || head.marksAreSure() || marked >= MIN_MARKED_LINES;
    if (lastQuoted < 0 || !quoted) {
      return withoutSeparatorAtEnd();
    }
    return answered ? lines.from(0, lastWritten + 1) : withoutMarked();
  }

  /** A line drawn above what was cut is cut with it, and a title in whatever language. */
  private List<String> withoutSeparatorAtEnd() {
    int last = end;
    while (end < lines.count() && last > 0 && isGap(lines.line(last - 1))) {
      last--;
    }
    return MailLines.withoutBlankEnd(lines.from(0, last));
  }

  private static boolean isGap(String line) {
    return line.isBlank() || HeaderBlock.isSeparator(line) || QuoteTitle.isRuled(line);
  }

  private List<String> withoutMarked() {
    List<String> written = new ArrayList<>();
    boolean gap = false;
    for (int i = 0; i < end; i++) {
      boolean quoted = kinds[i] == Kind.QUOTED || kinds[i] == Kind.OPENING;
      if (kinds[i] == Kind.WRITTEN || (!quoted && !gap)) {
        written.add(lines.line(i));
      }
      gap = quoted || (gap && kinds[i] == Kind.BLANK);
    }
    return MailLines.withoutBlankEnd(written);
  }
}
