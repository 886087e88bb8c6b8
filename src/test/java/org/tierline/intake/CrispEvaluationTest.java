package org.tierline.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Replies in many languages: the first or visible part of each, against what is visible of it. */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class CrispEvaluationTest {

  private static final Path CORPUS = Corpora.folder("crisp-reply-parser");

  private final CorpusScore checks = new CorpusScore("crisp visible replies", 0.95);

  @Test
  void repliesOfManyProgramsAndLanguages() throws IOException {
    for (JsonNode test :
        new ObjectMapper().readTree(CORPUS.resolve("expectations.json").toFile())) {
      String mail =
          test.path("fixture").isTextual()
              ? Files.readString(CORPUS.resolve(test.path("fixture").asText()))
              : test.path("inline_mail").asText();
      for (JsonNode check : test.get("checks")) {
        if (Set.of("first_fragment", "visible_text").contains(check.get("target").asText())) {
          score(test.get("test").asText(), mail.replace("\r\n", "\n"), check);
        }
      }
    }

    CorpusScore.check(checks);
  }

  private void score(String name, String mail, JsonNode check) {
    String visible = VisibleReply.of(mail).text();
    String kind = check.get("kind").asText();
    switch (kind) {
      case "equals" -> checks.add(name, check.get("expected").asText().strip(), visible);
      case "matches" -> {
        String regex = check.get("regex").asText();
        checks.add(Pattern.compile(regex).matcher(visible).find(), name, regex, visible);
      }
      case "not_matches" -> {
        String regex = check.get("regex").asText();
        checks.add(!Pattern.compile(regex).matcher(visible).find(), name, "not " + regex, visible);
      }
      case "literal" -> // neither quote nor signature: everything is visible
          checks.add(name, mail.strip(), visible);
      default -> throw new IllegalStateException("A new kind of check: " + kind);
    }
  }
}
