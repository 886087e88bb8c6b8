package org.tierline.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What the forms may say is what the models ask for. */
class WorkKindTest {

  @Test
  void everyUserTaskOfTheModelsIsKnown() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".bpmn"))
                  .flatMap(
                      file ->
                          Bpmn.readModelFromFile(file.toFile())
                              .getModelElementsByType(UserTask.class)
                              .stream())
                  .map(UserTask::getId))
          .containsExactlyInAnyOrder(
              Stream.of(WorkKind.values()).map(WorkKind::taskId).toArray(String[]::new));
    }
  }

  @Test
  void gatewaysAskForEveryOutcomeAndNoOther() throws IOException {
    assertThat(askedIn("TicketLifecycle"))
        .containsExactlyInAnyOrderElementsOf(WorkKind.WORK_ON_TICKET.outcomes());
    assertThat(askedIn("LowRatingReview"))
        .containsExactlyInAnyOrderElementsOf(WorkKind.REVIEW_LOW_RATING.outcomes());
  }

  private static List<String> askedIn(String model) throws IOException {
    return Pattern.compile("\\$\\{outcome == '(\\w+)'}")
        .matcher(Files.readString(Path.of("processes", model + ".bpmn")))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
