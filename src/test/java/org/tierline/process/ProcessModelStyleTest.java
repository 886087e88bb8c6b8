package org.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every process model in {@code processes/} has in common. */
@ParameterizedClass(name = "{0}")
@MethodSource("models")
class ProcessModelStyleTest {

  private static final int NODES_ON_ONE_SCREEN = 16;

  private final Path file;
  private final BpmnModelInstance model;

  ProcessModelStyleTest(Path file) {
    this.file = file;
    this.model = Bpmn.readModelFromFile(file.toFile());
  }

  static List<Path> models() throws IOException {
    return ModelFiles.ending(".bpmn");
  }

  @Test
  void fileIsNamedAfterItsProcess() {
    assertThat(all(Process.class))
        .extracting(process -> process.getId() + ".bpmn")
        .containsExactly(file.getFileName().toString());
  }

  @Test
  void historyIsKeptForAKnownTime() {
    assertThat(process().getCamundaHistoryTimeToLiveString()).isNotBlank();
  }

  @Test
  void versionIsTaggedAndTheModelerKnowsTheEngine() {
    assertThat(process().getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
    ModelFiles.assertMadeForOurEngine(model.getDefinitions());
  }

  @Test
  void documentationSaysPurposeOwnerTriggerAndEnds() {
    assertThat(process().getDocumentations())
        .extracting(Documentation::getTextContent)
        .singleElement()
        .asString()
        .contains("Purpose: ", "Owner: ", "Trigger: ", "Ends: ");
  }

  /** What may happen at any time stands in a box of its own and counts as one. */
  @Test
  void fitsOnOneScreen() {
    assertThat(all(FlowNode.class))
        .filteredOn(node -> node.getParentElement() instanceof Process)
        .hasSizeLessThanOrEqualTo(NODES_ON_ONE_SCREEN);
  }

  @Test
  void everyShapeAndFlowIsDrawn() {
    assertThat(all(BpmnShape.class))
        .extracting(BpmnShape::getBpmnElement)
        .containsExactlyInAnyOrderElementsOf(List.<BaseElement>copyOf(all(FlowNode.class)));
    assertThat(all(BpmnEdge.class))
        .extracting(BpmnEdge::getBpmnElement)
        .containsExactlyInAnyOrderElementsOf(List.<BaseElement>copyOf(all(SequenceFlow.class)));
  }

  @Test
  void idsAreChosenNotGenerated() {
    assertThat(all(BaseElement.class))
        .extracting(BaseElement::getId)
        .filteredOn(id -> id != null)
        .noneMatch(id -> id.matches(".*_[0-9][0-9a-z]{6}"));
  }

  @Test
  void activitiesAreNamedVerbThenObject() {
    assertThat(all(Activity.class))
        .extracting(Activity::getName)
        .allMatch(name -> name.matches("[A-Z][a-z]+( [\\w-]+)+"));
  }

  @Test
  void eventsAreNamedObjectThenState() {
    assertThat(all(Event.class))
        .extracting(Event::getName)
        .allMatch(name -> name.matches("[A-Z][a-z]+( [a-z]+)+"));
  }

  @Test
  void splittingGatewaysAskAQuestionAndEveryBranchAnswersIt() {
    assertThat(all(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getName()).endsWith("?");
              assertThat(gateway.getOutgoing())
                  .extracting(SequenceFlow::getName)
                  .doesNotContainNull();
            });
  }

  /** An answer nobody thought of stops the process loudly instead of going some way by default. */
  @Test
  void splittingGatewaysHaveNoDefaultAndAskForOneVariable() {
    assertThat(all(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getDefault()).isNull();
              assertThat(gateway.getOutgoing())
                  .extracting(flow -> flow.getConditionExpression().getTextContent())
                  .allMatch(condition -> condition.matches("\\$\\{!?\\w+( == '[A-Z_]+')?}"));
            });
  }

  @Test
  void joiningGatewaysCarryNoLabel() {
    assertThat(all(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() == 1)
        .allSatisfy(gateway -> assertThat(gateway.getName()).isNull());
  }

  @Test
  void serviceTasksAreSavePointsBoundToTheBeanTheyAreNamedAfter() {
    assertThat(all(ServiceTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.isCamundaAsyncBefore()).isTrue();
              assertThat(task.getCamundaDelegateExpression())
                  .isEqualTo("${" + camelCase(task.getName()) + "}");
              assertThat(task.getId()).isEqualToIgnoringCase("Task_" + camelCase(task.getName()));
            });
  }

  @Test
  void userTasksAreFollowedByASavePointAndHaveAFormAndAGroup() {
    assertThat(all(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.isCamundaAsyncAfter()).isTrue();
              assertThat(task.getCamundaFormKey())
                  .matches("embedded:app:forms/[a-z]+(-[a-z]+)*\\.html");
              assertThat(formFile(task.getCamundaFormKey())).isRegularFile();
              assertThat(task.getCamundaCandidateGroups()).isNotBlank();
            });
  }

  /** The work goes on when a deadline passes, so what guards it never interrupts it. */
  @Test
  void boundaryTimersLeaveTheWorkAlone() {
    assertThat(all(BoundaryEvent.class))
        .filteredOn(
            event ->
                event.getEventDefinitions().stream()
                    .anyMatch(TimerEventDefinition.class::isInstance))
        .noneMatch(BoundaryEvent::cancelActivity);
  }

  @Test
  void timersWaitForADateTheDomainComputed() {
    assertThat(all(TimerEventDefinition.class))
        .allSatisfy(
            timer -> assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{\\w+}"));
  }

  @Test
  void calledProcessesBelongToTheSameTicketAndTheSameDeployment() {
    assertThat(all(CallActivity.class))
        .allSatisfy(
            call -> {
              assertThat(Path.of("processes", call.getCalledElement() + ".bpmn")).exists();
              assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
              assertThat(
                      call.getExtensionElements()
                          .getElementsQuery()
                          .filterByType(CamundaIn.class)
                          .list())
                  .extracting(CamundaIn::getCamundaBusinessKey)
                  .contains("#{execution.processBusinessKey}");
            });
  }

  @Test
  void messagesAreCalledMsg() {
    assertThat(all(Message.class))
        .allSatisfy(
            message ->
                assertThat(message.getName())
                    .isEqualTo(message.getId().replaceFirst("^Message_", "Msg_")));
  }

  @Test
  void noScriptsAndNoClassesHideInTheModel() throws IOException {
    assertThat(all(ScriptTask.class)).isEmpty();
    assertThat(file)
        .content()
        .doesNotContain("camunda:class", "camunda:script", "camunda:connector", "Listener");
  }

  /** A loop is the only way back, and its flow says so: {@code Flow_EscalatedWorkAgain}. */
  @Test
  void theDiagramReadsFromLeftToRight() {
    assertThat(all(SequenceFlow.class))
        .filteredOn(flow -> !flow.getId().endsWith("Again"))
        .allSatisfy(
            flow ->
                assertThat(centre(flow.getTarget()))
                    .isGreaterThanOrEqualTo(centre(flow.getSource())));
  }

  private double centre(FlowNode node) {
    Bounds bounds =
        all(BpmnShape.class).stream()
            .filter(shape -> shape.getBpmnElement().equals(node))
            .findAny()
            .orElseThrow()
            .getBounds();
    return bounds.getX() + bounds.getWidth() / 2;
  }

  private static Path formFile(String formKey) {
    return Path.of("src/main/webapp", formKey.replace("embedded:app:", ""));
  }

  private Process process() {
    return all(Process.class).iterator().next();
  }

  private static String camelCase(String label) {
    return Pattern.compile(" (.)")
        .matcher(label.toLowerCase(Locale.ROOT))
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }
}
