package org.tierline.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/** The lists an agent finds in Tasklist on the first day. A lead may change or remove them. */
class TasklistFilters {

  private static final List<Map<String, String>> SHOWN =
      List.of(
          Map.of("name", "ticketNumber", "label", "Ticket"),
          Map.of("name", "category", "label", "Category"),
          Map.of("name", "priority", "label", "Priority"),
          Map.of("name", "team", "label", "Team"));

  private final FilterService filters;
  private final TaskService tasks;
  private final Rights rights;

  TasklistFilters(ProcessEngine engine) {
    filters = engine.getFilterService();
    tasks = engine.getTaskService();
    rights = new Rights(engine.getAuthorizationService());
  }

  void createIfMissing() {
    if (filters.createTaskFilterQuery().count() > 0) {
      return;
    }
    add(
        "My tickets",
        "What you are working on",
        -50,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    add(
        "My team's queue",
        "Nobody has taken these yet",
        -40,
        tasks
            .createTaskQuery()
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .taskUnassigned());
    add(
        "Overdue",
        "The promised time is over",
        -30,
        tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    add(
        "Due soon",
        "Promised within the next two hours",
        -20,
        tasks
            .createTaskQuery()
            .dueAfterExpression("${now()}")
            .dueBeforeExpression("${dateTime().plusHours(2)}"));
    add("All", "Every open task of the desk", -10, tasks.createTaskQuery());
  }

  private void add(String name, String description, int position, TaskQuery query) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of(
            "description",
            description,
            "priority",
            position,
            "refresh",
            true,
            "color",
            "#0f665e",
            "showUndefinedVariable",
            false,
            "variables",
            SHOWN));
    filters.saveFilter(filter);
    rights.grant(Groups.STAFF, Resources.FILTER, filter.getId(), READ);
  }
}
