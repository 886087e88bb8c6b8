package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTextTest {

  private static final String FLOWED = "text/plain; format=flowed";

  @Test
  void aParagraphIsOneLineAgain() {
    assertThat(FlowedText.joined("It burns \nin room \n12.\nHelp!\n", FLOWED))
        .isEqualTo("It burns in room 12.\nHelp!\n");
  }

  @Test
  void onlyWhatWasQuotedAsDeepIsJoined() {
    assertThat(FlowedText.joined("> It \n> burns.\n>> Where? \nHere.\n", FLOWED))
        .isEqualTo("> It burns.\n>> Where? \nHere.\n");
  }

  @Test
  void aSpaceThatProtectsALineIsNoneOfIts() {
    assertThat(FlowedText.joined(" From here\n > as it stands\n", FLOWED))
        .isEqualTo("From here\n> as it stands\n");
  }

  @Test
  void theLineAboveASignatureStaysOne() {
    assertThat(FlowedText.joined("Yours \n-- \nAnn\n", FLOWED)).isEqualTo("Yours \n-- \nAnn\n");
  }

  @Test
  void wordsWithoutSpacesAreJoinedWithoutOne() {
    assertThat(FlowedText.joined("日本 \n語\n", FLOWED + "; delsp=\"Yes\"")).isEqualTo("日本語\n");
  }

  @Test
  void otherTextIsLeftAlone() {
    assertThat(FlowedText.joined("It burns \nhere", "text/plain; format=fixed"))
        .isEqualTo("It burns \nhere");
  }
}
