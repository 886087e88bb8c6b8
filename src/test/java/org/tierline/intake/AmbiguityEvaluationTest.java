package org.tierline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A warning that comes with every other mail is none. */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class AmbiguityEvaluationTest {

  @Test
  void twoParsersAgreeOnMostRealMails() throws IOException {
    var plain = new CorpusScore("zammad mails without ambiguity", 0.9);
    var bounces = new CorpusScore("sisimai mails without ambiguity", 0.9);
    for (String name : List.of("zammad-mail", "sisimai-bounces")) {
      CorpusScore score = name.startsWith("zammad") ? plain : bounces;
      try (Stream<Path> files = Files.walk(Corpora.folder(name))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(eml|box)")).toList()) {
          InboundMessage mail = CorpusScore.read(file);
          boolean flagged = mail.flags().contains(InboundMessage.AMBIGUOUS);
          score.add(!flagged, file.getFileName().toString(), "agreement", mail.flags());
        }
      }
    }
    CorpusScore.check(plain, bounces);
  }
}
