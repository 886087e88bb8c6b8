package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of all pictures, HTML keeps those its mail carries. */
class HtmlPicturesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img src=\"cid:logo@x\">                  | <img src=\"cid:logo&#64;x\" />",
        "<img alt=\"Us\" src='CID:a%20b' height=9> | <img alt=\"Us\" src=\"CID:a%20b\" height=\"9\" />",
        "<img src=\"https://x.example/p.gif\">     | ''",
        "<img src=\"//x.example/p.gif\">           | ''",
        "<img src=\"data:image/png;base64,AA\">    | ''",
        "<img src=\"/api/v1/tickets/1\">           | ''",
        "<img alt=\"src\">                         | ''",
        "<img src=\"cid:a\" srcset=\"https://x.example/p.gif\" onload=\"x()\" width=\"9;x\"> | <img src=\"cid:a\" />",
        "<a href=\"cid:logo@x\">x</a>              | x",
        "<a href=\"https://x.example/\">x</a>      | <a href=\"https://x.example/\" rel=\"noopener noreferrer nofollow\">x</a>",
      })
  void picturesFromElsewhereAreLeftOut(String html, String harmless) {
    assertThat(HtmlMail.harmless(html)).isEqualTo(harmless);
  }
}
