package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** How many answers of a corpus we agree with, of how many. */
final class CorpusScore {

  private final String name;
  private final double floor;
  private int right;
  private int all;
  private final List<String> misses = new ArrayList<>();

  /**
   * @param floor the share below which the score fails the build
   */
  CorpusScore(String name, double floor) {
    this.name = name;
    this.floor = floor;
  }

  /** The answers of several scores, as one. */
  static CorpusScore together(String name, double floor, CorpusScore... scores) {
    var together = new CorpusScore(name, floor);
    for (CorpusScore score : scores) {
      together.right += score.right;
      together.all += score.all;
    }
    return together;
  }

  void add(String what, Object expected, Object found) {
    add(expected.equals(found), what, expected, found);
  }

  void add(boolean isRight, String what, Object expected, Object found) {
    all++;
    if (isRight) {
      right++;
    } else {
      misses.add(
          "    %s:%n      expected %s%n      found    %s"
              .formatted(what, shortened(expected), shortened(found)));
    }
  }

  /** Prints a line each, misses where {@code -Dtierline.corpora.misses=true} asks for them. */
  static void check(CorpusScore... scores) {
    Stream.of(scores).forEach(CorpusScore::print);
    assertThat(scores)
        .allSatisfy(
            score -> assertThat(score.share()).as(score.name).isGreaterThanOrEqualTo(score.floor));
  }

  private static String shortened(Object value) {
    return CleanText.shortened(String.valueOf(value), 300);
  }

  private double share() {
    return all == 0 ? 0 : right / (double) all;
  }

  private void print() {
    System.out.printf(Locale.ROOT, "%-44s %4d of %4d = %.3f%n", name, right, all, share());
    if (Boolean.getBoolean("tierline.corpora.misses")) {
      misses.forEach(System.out::println);
    }
  }

  static InboundMessage read(Path file) {
    try {
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InboundMessage read(byte[] raw) {
    try {
      return MailReader.read(raw);
    } catch (UnreadableMailException e) {
      throw new AssertionError(e);
    }
  }

  /** The words alone: layout, punctuation and markup are a matter of taste. */
  static String words(String textOrHtml) {
    return Jsoup.parse(textOrHtml).text().replaceAll("[^\\p{L}\\p{N}]", "");
  }

  static String line(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ").strip();
  }
}
