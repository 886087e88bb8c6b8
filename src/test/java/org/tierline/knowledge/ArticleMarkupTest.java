package org.tierline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleMarkupTest {

  /** All that may come out: our elements, and links to our pages, the web or a mailbox. */
  private static final Pattern OUR_TAG =
      Pattern.compile(
          "</?(?:p|h2|ul|ol|li|strong|code|a)>"
              + "|<a href=\"(?:https?://|/(?!/)|mailto:)[^\"<>\\s]*\">");

  @Test
  void blocksAreToldByTheirFirstCharacters() {
    String html =
        ArticleMarkup.html(
            """
            First line
            second line

            ## Then
            1. One
            2. Two

            - dot
            - dash
            After the list
            """);

    assertThat(html)
        .isEqualTo(
            """
            <p>First line
            second line</p>
            <h2>Then</h2>
            <ol><li>One</li><li>Two</li></ol>
            <ul><li>dot</li><li>dash</li></ul>
            <p>After the list</p>
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a **strong** word | a <strong>strong</strong> word",
        "press `Ctrl+R` | press <code>Ctrl+R</code>",
        "see [here](/kb/export-your-data) | see <a href=\"/kb/export-your-data\">here</a>",
        "see [a](https://x.example/?a=1&b=2) | see <a href=\"https://x.example/?a=1&amp;b=2\">a</a>",
        "2 * 3 * 4 | 2 * 3 * 4",
        "Don't <b>shout</b> | Don&#39;t &lt;b&gt;shout&lt;/b&gt;",
      })
  void marksInsideALine(String text, String html) {
    assertThat(ArticleMarkup.html(text)).isEqualTo("<p>" + html + "</p>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert)",
        "[x](data:text/html;base64,AAAA)",
        "[x](//evil.example/)",
        "[x](/\\evil.example)",
        "[x](https://a.example/\"onmouseover=\"alert)",
        "[<img/src=x>](https://a.example)",
        "**<script>alert(1)</script>**",
        "`</code><script>`",
        "- <svg onload=alert(1)>",
        "## </h2><iframe src=//evil.example>",
      })
  void neverLetsForeignMarkupThrough(String text) {
    demandOnlyOurs(ArticleMarkup.html(text));
    assertThat(ArticleMarkup.html(text)).doesNotContain("href=\"j", "href=\"d", "href=\"//");
  }

  @RepeatedTest(200)
  void randomMarksMakeNothingButOurElements(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    String[] pieces = {
      "**",
      "`",
      "[",
      "](",
      ")",
      "<",
      ">",
      "\"",
      "'",
      "&",
      "\n",
      "\n\n",
      "## ",
      "- ",
      "1. ",
      "a",
      "javascript:",
      "https://",
      "/",
      "mailto:",
      " ",
      "<script>",
      "onload=",
      "\\"
    };
    var text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }

    demandOnlyOurs(ArticleMarkup.html(text.toString()));
  }

  private static void demandOnlyOurs(String html) {
    assertThat(OUR_TAG.matcher(html).replaceAll("")).doesNotContain("<", ">", "\"", "'");
  }
}
