package org.tierline.triage;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * One word of a text.
 *
 * @param text in lower case and without accents
 * @param stem what its inflections have in common
 * @param clause words of different clauses do not belong to one phrase
 * @param position counts words, and a little more for commas and the like
 */
record Word(String text, String stem, int clause, int position) {

  static final String EXACTLY = "=";

  /** Beyond this a mail contains a log file; nobody describes a problem that far down. */
  private static final int MAX_TEXT_LENGTH = 200_000;

  /** A line shorter than this was ended by its writer, not wrapped by a mail program. */
  private static final int WRAPPED_LINE_LENGTH = 45;

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private static final Pattern QUOTES = Pattern.compile("[\u2018\u2019\u00b4`\u02bc]");

  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");

  private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{L}{2})");

  private static final Pattern LETTERS_THEN_DIGITS =
      Pattern.compile("(?<=\\p{L}{4})(?=\\p{N})|(?<=\\p{N})(?=\\p{L}{4})");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['-][\\p{L}\\p{N}]+)*");

  private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*•–>]|\\d{1,2}[.)])\\s.*");

  /** What is one word to people, however they write it: "log back in", "log-in", "log in". */
  private static final Pattern COMPOUNDS =
      Pattern.compile(
          "\\b(?:"
              + "(log|sign)(?:ged|ging|ed|ing|s)?"
              + "[ -]+(?:(?:back|me|us|him|her|them|again)[ -]+){0,2}(in)(?:to)?"
              + "|(slow|scroll|drop|cut|clos|writ|note|narrow|track|pull|count|calm|drill)"
              + "(?:ed|ing|e|en|ten|s|d)?[ -]+(down)"
              + "|(shut|down)[ -]+(down|time)"
              + "|(system|network|database)[ -](administrator|admin|engineer)"
              + "|(pass)[ -](word|code|phrase)"
              + "|(web)[ -](site|page|shop)"
              + "|(data)[ -](base)"
              + "|(e)[ -](mail)"
              + "|(no)[ -](longer|more)"
              + "|(off|on)[ -](line)"
              + ")(?=s?\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> CLAUSE_OPENERS =
      Set.of(
          "but",
          "because",
          "although",
          "though",
          "however",
          "whereas",
          "while",
          "aber",
          "weil",
          "obwohl",
          "mais",
          "pero",
          "porque");

  /** Short forms and spellings without the apostrophe. */
  private static final Map<String, List<String>> SPELLED_OUT =
      Map.ofEntries(
          Map.entry("cannot", List.of("can", "not")),
          Map.entry("cant", List.of("can", "not")),
          Map.entry("can't", List.of("can", "not")),
          Map.entry("won't", List.of("will", "not")),
          Map.entry("wont", List.of("will", "not")),
          Map.entry("dont", List.of("do", "not")),
          Map.entry("doesnt", List.of("does", "not")),
          Map.entry("didnt", List.of("did", "not")),
          Map.entry("isnt", List.of("is", "not")),
          Map.entry("arent", List.of("are", "not")),
          Map.entry("wasnt", List.of("was", "not")),
          Map.entry("hasnt", List.of("has", "not")),
          Map.entry("havent", List.of("have", "not")),
          Map.entry("couldnt", List.of("could", "not")),
          Map.entry("wouldnt", List.of("would", "not")),
          Map.entry("shouldnt", List.of("should", "not")),
          Map.entry("nolonger", List.of("not")),
          Map.entry("nomore", List.of("no")),
          Map.entry("unable", List.of("not", "able")));

  /** How a phrase asks for this very form: the stem of "billing" is "bill". */
  String exactly() {
    return EXACTLY + text;
  }

  /** Whether this is a word of that stem or, if the form asks for it, exactly that word. */
  boolean is(String form) {
    return form.equals(stem) || (form.startsWith(EXACTLY) && form.equals(exactly()));
  }

  /** The words of a text in order; an address of a mailbox or a page is no word. */
  static List<Word> wordsOf(String text) {
    String whole = text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH);
    var reader = new Reader();
    for (String line : joined(plain(whole)).split("\\R", -1)) {
      reader.line(line);
    }
    return reader.words;
  }

  /** Writes compounds as one word: "log back in" and "log-in" as "login". */
  static String joined(String text) {
    return COMPOUNDS
        .matcher(text)
        .replaceAll(
            compound ->
                IntStream.rangeClosed(1, compound.groupCount())
                    .mapToObj(compound::group)
                    .filter(Objects::nonNull)
                    .collect(joining()));
  }

  private static String plain(String text) {
    String straight = DASHES.matcher(QUOTES.matcher(text).replaceAll("'")).replaceAll("-");
    return MARKS
        .matcher(Normalizer.normalize(straight, Normalizer.Form.NFKD))
        .replaceAll("")
        .replace("ß", "ss");
  }

  /** Reads line by line and keeps track of clauses and positions. */
  private static final class Reader {

    private final List<Word> words = new ArrayList<>();
    private final EnglishStemmer stemmer = new EnglishStemmer();
    private int clause;
    private int position;

    void line(String line) {
      if (line.isBlank() || BULLET.matcher(line).matches()) {
        clause++;
      }
      for (String chunk : line.split("\\s+", -1)) {
        if (isAddress(chunk)) {
          position++;
        } else {
          chunk(chunk);
        }
        punctuation(chunk);
      }
      if (line.length() < WRAPPED_LINE_LENGTH) {
        clause++;
      }
    }

    private void chunk(String chunk) {
      Matcher word = WORD.matcher(chunk);
      int end = 0;
      while (word.find()) {
        if (word.start() > end && end > 0 && chunk.substring(end, word.start()).contains("?")) {
          clause++;
        }
        end = word.end();
        for (String part : HUMPS.split(word.group(), -1)) {
          for (String piece : LETTERS_THEN_DIGITS.split(part, -1)) {
            spelledOut(piece.toLowerCase(Locale.ROOT));
          }
        }
      }
    }

    private void spelledOut(String word) {
      List<String> known = SPELLED_OUT.get(word);
      if (known != null) {
        known.forEach(this::add);
      } else if (word.endsWith("n't")) {
        add(word.substring(0, word.length() - 3));
        add("not");
      } else if (word.endsWith("'s")) {
        add(word.substring(0, word.length() - 2));
      } else {
        for (String part : word.split("['-]", -1)) {
          add(part);
        }
      }
    }

    private void add(String word) {
      if (word.isEmpty()) {
        return;
      }
      if (CLAUSE_OPENERS.contains(word)) {
        clause++;
      }
      stemmer.setCurrent(word);
      stemmer.stem();
      words.add(new Word(word, stemmer.getCurrent(), clause, position++));
    }

    private void punctuation(String chunk) {
      for (int i = chunk.length() - 1; i >= 0; i--) {
        char c = chunk.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          return;
        }
        switch (c) {
          case '.', '!', '?', ';', '…' -> clause++;
          case ',', ':' -> position += 2;
          case '-', '(', ')' -> position++;
          default -> {}
        }
      }
    }

    private static boolean isAddress(String chunk) {
      return chunk.contains("://") || chunk.startsWith("www.") || chunk.indexOf('@') >= 0;
    }
  }
}
