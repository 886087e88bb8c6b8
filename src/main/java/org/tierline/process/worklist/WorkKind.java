package org.tierline.process.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The user tasks of the models and what finishing them may say. */
enum WorkKind {
  WORK_ON_TICKET("Task_WorkOnTicket"),
  RECORD_BUG_OUTCOME("Task_RecordBugOutcome"),
  REVIEW_LOW_RATING("Task_ReviewLowRating");

  /** The ticket goes to another team. */
  static final String ESCALATE = "ESCALATE";

  private final String taskId;

  WorkKind(String taskId) {
    this.taskId = taskId;
  }

  /**
   * @param taskId the task's id in its model
   */
  static Optional<WorkKind> of(String taskId) {
    return Arrays.stream(values()).filter(kind -> kind.taskId.equals(taskId)).findAny();
  }

  String taskId() {
    return taskId;
  }

  List<String> outcomes() {
    return switch (this) {
      case WORK_ON_TICKET -> List.of("RESOLVE", "ASK", ESCALATE, "CONFIRM_BUG");
      case RECORD_BUG_OUTCOME -> List.of("FIXED", "WORKAROUND", "REJECTED");
      case REVIEW_LOW_RATING -> List.of("DONE", "REOPEN");
    };
  }
}
