package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.process.TestEngine;

/** What becomes of the steps a node had taken when it was killed. */
abstract class JobLocksContract {

  private final TestDatabase database;
  private ProcessEngine engine;
  private JobLocks locks;

  JobLocksContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void aStepWaits() {
    engine = new TestEngine(database.dataSource()).buildProcessEngine();
    locks = new JobLocks(database.dataSource());
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "step.bpmn",
            Bpmn.createExecutableProcess("step")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .camundaAsyncBefore()
                .endEvent()
                .done())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("step");
  }

  @AfterEach
  void leaveNothingToOthers() {
    engine
        .getRepositoryService()
        .createDeploymentQuery()
        .list()
        .forEach(
            deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    engine.close();
  }

  @Test
  void aNodeThatIsBackTakesUpWhatItHadTaken() {
    List<String> taken = takenBy("north");

    assertThat(locks.release("north")).isEqualTo(1);

    assertThat(takenBy("north")).isEqualTo(taken).hasSize(1);
  }

  @Test
  void whatAnotherNodeHasTakenIsLeftToIt() {
    takenBy("north");

    assertThat(locks.release("south")).isZero();

    assertThat(takenBy("south")).isEmpty();
  }

  @Test
  void aHolderThatIsNotDeadAfterAllCannotFinishWhatWasReleased() {
    takenBy("north");
    Command<Void> slowStep =
        context -> {
          JobEntity job =
              context
                  .getJobManager()
                  .findJobById(
                      engine.getManagementService().createJobQuery().singleResult().getId());
          locks.release("north");
          job.delete(true);
          return null;
        };

    assertThatThrownBy(() -> execute(slowStep)).isInstanceOf(OptimisticLockingException.class);
  }

  private List<String> takenBy(String node) {
    var jobs = new DefaultJobExecutor();
    jobs.setLockOwner(node);
    return execute(new AcquireJobsCmd(jobs)).getJobIdBatches().stream()
        .flatMap(List::stream)
        .toList();
  }

  private <T> T execute(Command<T> command) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command);
  }
}
