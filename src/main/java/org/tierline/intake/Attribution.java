package org.tierline.intake;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "On Monday, 23 Nov 2026 at 9:00, Ana &lt;ana@tierline.example&gt; wrote:" in the order every
 * language likes, on one line or wrapped. People write similar sentences themselves; so the more
 * the line hides, the more of date, time, address and colon it must have.
 */
final class Attribution implements QuoteOpening {

  private static final int MAX_LINES = 4;
  private static final int MAX_LENGTH = 400;

  /** How far into a line the date may begin. */
  private static final int DATE_BEGINS = 16;

  private static final int MAX_WORDS_OF_A_NAME = 6;
  private static final int MAX_WORDS_OF_A_SENDER = 9;
  private static final int MAX_WORDS_OF_A_DATE = 3;
  private static final int MAX_WORDS_BEFORE = 16;
  private static final int MAX_NAME_LENGTH = 150;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile("(?<![\\d.])\\d{1,2}(?::|[.h](?=\\d\\d(?![\\d.]*\\d)))\\d{2}(?!\\d)");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()@:]{1,100}@[^\\s<>()@]{3,100}");
  private static final Pattern BRACKETED =
      Pattern.compile("<\\s?(?:mailto:)?[^\\s<>()@:]{1,100}@[^\\s<>()@]{3,100}>");
  private static final Pattern NOTES_LINE = Pattern.compile("([^-]{1,100}+)---([^-]{8,40}+)---.*");
  private static final Pattern ADDRESS_LAST =
      Pattern.compile("[<(\\[]\\s*(?:mailto:)?[^\\s<>()@:]{1,100}@[^\\s<>()@]{3,100}?[>)\\]]+$");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern SENTENCE_END = Pattern.compile("[!?]$|\\p{L}{5}\\.$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[/'][\\p{L}\\p{N}]+)*");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern SPACELESS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]");

  private static final Set<String> WROTE = ReplyWords.of("wrote");
  private static final Set<String> WROTE_WITHOUT_SPACES =
      WROTE.stream().filter(word -> SPACELESS.matcher(word).find()).collect(toUnmodifiableSet());
  private static final Set<String> ON = ReplyWords.of("on");
  private static final Set<String> PERSON = ReplyWords.of("person");
  private static final Set<String> QUOTING = ReplyWords.of("quoting");

  @Override
  public int linesAt(MailLines lines, int at) {
    var joined = new StringBuilder();
    boolean mayGoOn = true;
    for (int count = 1; count <= MAX_LINES && at + count <= lines.count() && mayGoOn; count++) {
      int last = at + count - 1;
      boolean quoted = lines.isQuoted(last) && joined.lastIndexOf("<") <= joined.lastIndexOf(">");
      if (lines.isBlank(last) || quoted || lines.isLong(last)) {
        return 0;
      }
      joined.append(joined.isEmpty() ? "" : " ").append(lines.plain(last));
      if (joined.length() > MAX_LENGTH) {
        return 0;
      }
      if (isAttribution(joined.toString(), isQuoteNext(lines, at + count))) {
        return count;
      }
      mayGoOn = count > 1 || mayBeWrapped(joined.toString());
    }
    return 0;
  }

  /** Whether one line says by itself that the quoted lines around it answer somebody. */
  static boolean isAttribution(String line) {
    return line.length() <= MAX_LENGTH && isAttribution(MailLines.plain(line), true);
  }

  private static boolean isQuoteNext(MailLines lines, int from) {
    int next = lines.skipBlank(from);
    return next < lines.count() && lines.isQuoted(next);
  }

  /** Only a line that begins like an attribution may be the first of several. */
  private static boolean mayBeWrapped(String first) {
    boolean dated = beginsWithDate(first) && DIGIT.matcher(first).find();
    boolean named = hasAddress(first) && words(first).size() <= MAX_WORDS_BEFORE;
    return (dated && !SENTENCE_END.matcher(first).find()) || named;
  }

  private static boolean hasAddress(String text) {
    return text.indexOf('@') >= 0 && ADDRESS.matcher(text).find();
  }

  private static boolean beginsWithDate(String line) {
    String begin = withoutDashes(line);
    for (int i = 0; i < Math.min(begin.length(), DATE_BEGINS); i++) {
      if (Character.isDigit(begin.charAt(i))) {
        return true;
      }
    }
    return ON.stream().anyMatch(on -> begin.startsWith(on + " "));
  }

  private static boolean isAttribution(String line, boolean quoteNext) {
    if (isNotesLine(line)) {
      return true;
    }
    String words = withoutDashes(line);
    boolean dashed = words.length() < line.length() - 4 && line.endsWith("--");
    boolean colon = words.endsWith(":");
    if (!colon && !dashed && !quoteNext) {
      return false;
    }
    String said = colon ? words.substring(0, words.length() - 1).stripTrailing() : words;
    var sentence = Sentence.of(said);
    return sentence.hasVerb()
        ? isAttribution(sentence, colon || dashed, quoteNext)
        : colon && namesSender(said, quoteNext);
  }

  /** "Ana Klein---23.11.2026 09:00:00---Dear Carla, your printer" */
  private static boolean isNotesLine(String line) {
    Matcher notes = NOTES_LINE.matcher(line);
    return notes.matches()
        && words(notes.group(1)).size() <= MAX_WORDS_OF_A_NAME
        && hasDateAndTime(notes.group(2));
  }

  private static boolean namesSender(String said, boolean quoteNext) {
    return saysThatItQuotes(said)
        || namesDateAndSender(said, quoteNext)
        || namesSenderAndDate(said);
  }

  /** "Quoting Ana Klein &lt;ana@tierline.example&gt;" */
  private static boolean saysThatItQuotes(String said) {
    return QUOTING.stream().anyMatch(begin -> said.startsWith(begin + " "))
        && (BRACKETED.matcher(said).find() || hasDateAndTime(said));
  }

  /** "Ana Klein &lt;ana@tierline.example&gt; [2026-11-23 09:00]" */
  private static boolean namesSenderAndDate(String said) {
    Matcher address = BRACKETED.matcher(said);
    if (!address.find()) {
      return false;
    }
    String name = said.substring(0, address.start());
    String date = said.substring(address.end());
    return words(name).size() <= MAX_WORDS_OF_A_NAME
        && !DIGIT.matcher(name).find()
        && hasDateAndTime(date)
        && LETTERS.matcher(date).results().count() <= MAX_WORDS_OF_A_DATE;
  }

  private static boolean hasDateAndTime(String text) {
    return DATE.matcher(text).find() && TIME.matcher(text).find();
  }

  private static boolean isAttribution(Sentence sentence, boolean closed, boolean quoteNext) {
    String all = sentence.before() + " " + sentence.after();
    boolean address = hasAddress(all);
    boolean dated = hasDateAndTime(all);
    if (!quoteNext && (sentence.isOfSomebodyPresent() || !(address || dated))) {
      return false;
    }
    if (!beginsWithDate(sentence.before()) && words(sentence.before()).size() > MAX_WORDS_BEFORE) {
      return false; // a line of text that happens to end like this
    }
    if (!closed) {
      return sentence.endsWithVerb() && (address || DATE.matcher(all).find());
    }
    return sentence.endsWithVerb()
        ? address || dated || isShort(sentence.before())
        : endsWithName(sentence) || endsWithDate(sentence);
  }

  private static boolean isShort(String before) {
    return words(before).size() <= MAX_WORDS_OF_A_SENDER;
  }

  /** "Am 23.11.2026 um 09:00 schrieb Ana Klein" */
  private static boolean endsWithName(Sentence sentence) {
    String name = sentence.after();
    return beginsWithDate(sentence.before())
        && hasDateOrTime(sentence.before())
        && name.length() <= MAX_NAME_LENGTH
        && (hasAddress(name) || words(name).size() <= MAX_WORDS_OF_A_NAME);
  }

  private static boolean hasDateOrTime(String text) {
    return DATE.matcher(text).find() || TIME.matcher(text).find();
  }

  /** "Ana Klein schrieb am 23.11.2026 09:00" */
  private static boolean endsWithDate(Sentence sentence) {
    String date = sentence.after();
    return words(sentence.before()).size() <= MAX_WORDS_OF_A_SENDER
        && date.length() <= 60
        && hasDateOrTime(date);
  }

  /** "2026-11-23 9:00 GMT+01:00 Ana &lt;ana@tierline.example&gt;" */
  private static boolean namesDateAndSender(String said, boolean quoteNext) {
    return beginsWithDate(said)
        && ADDRESS_LAST.matcher(said).find()
        && DATE.matcher(said).find()
        && (quoteNext || TIME.matcher(said).find());
  }

  private static String withoutDashes(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isDash(line.charAt(from))) {
      from++;
    }
    while (to > from && isDash(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to).strip();
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—' || c == '=' || c == '_' || c == ' ';
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /**
   * What stands around the verb.
   *
   * @param isOfSomebodyPresent whether the writer speaks of himself, of us or of a third person
   */
  private record Sentence(
      String before, String after, boolean hasVerb, boolean isOfSomebodyPresent) {

    private static Sentence of(String said) {
      for (String verb : WROTE_WITHOUT_SPACES) {
        if (said.endsWith(verb)) {
          return new Sentence(said.substring(0, said.length() - verb.length()), "", true, false);
        }
      }
      Matcher word = WORD.matcher(said);
      String previous = "";
      boolean found = false;
      boolean personBefore = false;
      boolean personAfter = false;
      int start = 0;
      int end = 0;
      while (word.find()) {
        if (isVerb(word.group())) {
          found = true;
          personBefore = PERSON.contains(previous);
          personAfter = false;
          start = word.start();
          end = word.end();
        } else if (found && word.start() <= end + 1) {
          personAfter = PERSON.contains(word.group()) && !ON.contains(word.group());
        }
        previous = word.group();
      }
      return found
          ? new Sentence(
              said.substring(0, start), said.substring(end), true, personBefore || personAfter)
          : new Sentence(said, "", false, false);
    }

    /** Also "wrote" of a man or a woman, as in "napsal/a". */
    private static boolean isVerb(String word) {
      int slash = word.indexOf('/');
      return WROTE.contains(word) || (slash > 0 && WROTE.contains(word.substring(0, slash)));
    }

    /** "napisał(a)" */
    private boolean endsWithVerb() {
      return after.isBlank() || ReplyWords.letters(after).length() <= 3;
    }
  }
}
