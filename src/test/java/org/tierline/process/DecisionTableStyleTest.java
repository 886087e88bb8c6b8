package org.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table in {@code processes/} has in common. */
@ParameterizedClass(name = "{0}")
@MethodSource("models")
class DecisionTableStyleTest {

  private final Path file;
  private final DmnModelInstance model;

  DecisionTableStyleTest(Path file) {
    this.file = file;
    this.model = Dmn.readModelFromFile(file.toFile());
  }

  static List<Path> models() throws IOException {
    return ModelFiles.ending(".dmn");
  }

  @Test
  void fileIsNamedAfterItsOnlyDecision() {
    assertThat(all(Decision.class))
        .extracting(decision -> decision.getId() + ".dmn")
        .containsExactly(file.getFileName().toString());
  }

  @Test
  void aDecisionIsNamedByAVerbAndItsObject() {
    assertThat(decision().getName()).matches("Detect signals|Determine( [A-Za-z]+)+");
    assertThat(decision().getName().replace(" ", "")).isEqualToIgnoringCase(decision().getId());
  }

  @Test
  void historyIsKeptForAKnownTime() {
    assertThat(decision().getCamundaHistoryTimeToLiveString()).isNotBlank();
  }

  @Test
  void versionIsTaggedAndTheModelerKnowsTheEngine() {
    assertThat(decision().getVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    ModelFiles.assertMadeForOurEngine(model.getDefinitions());
  }

  @Test
  void theDescriptionNamesTheOwner() {
    assertThat(decision().getDescription().getTextContent()).contains("Owner: ");
  }

  @Test
  void rowsThatContradictEachOtherAreNotLeftToChance() {
    assertThat(decisionTable().getHitPolicy())
        .isIn(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);
  }

  @Test
  void whereTheFirstRowWinsTheLastOneIsForEverythingElse() {
    if (decisionTable().getHitPolicy() == HitPolicy.FIRST) {
      List<Rule> rows = List.copyOf(decisionTable().getRules());
      assertThat(rows.get(rows.size() - 1).getInputEntries())
          .extracting(cell -> cell.getTextContent().strip())
          .allMatch(cell -> cell.isEmpty() || cell.equals("-"));
    }
  }

  @Test
  void everyRowSaysWhyItIsThere() {
    assertThat(all(Rule.class))
        .allSatisfy(
            row ->
                assertThat(row.getDescription())
                    .as(row.getId())
                    .isNotNull()
                    .extracting(ModelElementInstance::getTextContent)
                    .asString()
                    .isNotBlank());
  }

  @Test
  void idsAreChosenNotGenerated() {
    assertThat(all(Rule.class))
        .extracting(Rule::getId)
        .allMatch(id -> id.matches(decision().getId() + "_[A-Z][A-Za-z0-9]*"));
    assertThat(all(DmnElement.class))
        .extracting(DmnElement::getId)
        .filteredOn(id -> id != null)
        .noneMatch(id -> id.matches(".*_[0-9][0-9a-z]{6}"));
  }

  @Test
  void inputsAreNamedInWordsAndAskForOnePlainValue() {
    assertThat(all(Input.class))
        .allSatisfy(
            input -> {
              assertThat(input.getLabel()).isNotBlank();
              assertThat(input.getInputExpression().getTextContent().strip())
                  .matches("[a-z][A-Za-z]*");
            });
  }

  @Test
  void outputsAreNamedInWordsAndForTheProcess() {
    assertThat(all(Output.class))
        .allSatisfy(
            output -> {
              assertThat(output.getLabel()).isNotBlank();
              assertThat(output.getName()).matches("[a-z][A-Za-z]*");
              assertThat(output.getTypeRef()).isNotBlank();
            });
  }

  @Test
  void theDecisionIsDrawn() throws IOException {
    assertThat(file).content().contains("dmnElementRef=\"" + decision().getId() + "\"");
  }

  private Decision decision() {
    return all(Decision.class).iterator().next();
  }

  private DecisionTable decisionTable() {
    return all(DecisionTable.class).iterator().next();
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }
}
