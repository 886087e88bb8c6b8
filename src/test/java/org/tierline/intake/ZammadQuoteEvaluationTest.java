package org.tierline.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Where another desk sees the quote of a text begin; it marks the place, we end the reply there.
 */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class ZammadQuoteEvaluationTest {

  private static final String MARKER = "#{marker}";

  private final CorpusScore starts = new CorpusScore("zammad signature_identify", 0.9);

  @Test
  void quotesBeginAtTheSameLine() throws IOException {
    for (JsonNode test :
        new ObjectMapper()
            .readTree(Corpora.folder("zammad-mail").resolve("html-cases.json").toFile())) {
      if (test.get("method").asText().equals("signature_identify")) {
        String expected = test.get("expected").asText();
        int marker = expected.indexOf(MARKER);
        List<String> lines = List.of(test.get("input").asText().split("\n", -1));
        starts.add(
            test.get("path").asText(),
            (marker < 0 ? expected : expected.substring(0, marker)).stripTrailing(),
            String.join("\n", Quotes.cut(lines, Letterhead.NONE)).stripTrailing());
      }
    }

    CorpusScore.check(starts);
  }
}
