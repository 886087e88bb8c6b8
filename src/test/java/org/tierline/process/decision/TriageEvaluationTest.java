package org.tierline.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs where text collections lie beside the checkout; the product's own tests never need them. */
class TriageEvaluationTest {

  private static final String FOLDER = "tierline.corpora";

  @Test
  @EnabledIfSystemProperty(named = FOLDER, matches = ".+")
  void falseAlarmsAreRare() throws IOException {
    double perThousand =
        new TriageEvaluation(Path.of(System.getProperty(FOLDER)), 1_500, System.out).run();

    assertThat(perThousand).isLessThan(5);
  }
}
