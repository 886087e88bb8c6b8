package org.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models and tables of the product, as files that analysts open in the Modeler. */
final class ModelFiles {

  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

  private ModelFiles() {}

  /**
   * @param ending such as {@code .bpmn}
   */
  static List<Path> ending(String ending) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  static void assertMadeForOurEngine(ModelElementInstance definitions) {
    assertThat(definitions.getAttributeValueNs(MODELER, "executionPlatformVersion"))
        .isEqualTo("7.24.0");
  }
}
