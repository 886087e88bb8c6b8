package org.tierline.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_TASK;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Who may do what with the engine. Everything is granted to groups and, for tasks, by the model
 * they come from. What an administrator changed later stays as it is.
 */
class Rights {

  private static final String LOG_PHONE_CALL = "LogPhoneCall";

  private final AuthorizationService authorizations;

  Rights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  void grantAll() {
    staff();
    analysts();
    leads();
    administrators();
  }

  /** Sees every ticket's task, works on it, starts the log of a phone call. */
  private void staff() {
    String group = Groups.STAFF;
    grant(group, Resources.APPLICATION, "tasklist", ACCESS);
    grant(group, Resources.APPLICATION, "welcome", ACCESS);
    grant(
        group,
        Resources.PROCESS_DEFINITION,
        ANY,
        READ,
        READ_INSTANCE,
        READ_HISTORY,
        READ_TASK,
        TASK_WORK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
    grant(
        group,
        Resources.PROCESS_DEFINITION,
        LOG_PHONE_CALL,
        READ,
        CREATE_INSTANCE,
        READ_TASK,
        TASK_WORK);
    grant(group, Resources.PROCESS_INSTANCE, ANY, CREATE);
    grant(group, Resources.USER, ANY, READ);
    grant(group, Resources.GROUP, ANY, READ);
  }

  /** Reads everything the models did and why. */
  private void analysts() {
    reader(Groups.ANALYST);
  }

  /** Hands tasks over, repairs what failed, decides which filters the desk has. */
  private void leads() {
    reader(Groups.LEAD);
    grant(
        Groups.LEAD,
        Resources.PROCESS_DEFINITION,
        ANY,
        READ,
        READ_INSTANCE,
        READ_HISTORY,
        READ_TASK,
        TASK_WORK,
        TASK_ASSIGN,
        UPDATE_TASK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
        ProcessDefinitionPermissions.RETRY_JOB,
        ProcessDefinitionPermissions.SUSPEND_INSTANCE);
    grant(Groups.LEAD, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.RETRY_JOB);
    grant(Groups.LEAD, Resources.FILTER, ANY, ALL);
  }

  private void reader(String group) {
    grant(group, Resources.APPLICATION, "cockpit", ACCESS);
    grant(group, Resources.DEPLOYMENT, ANY, READ);
    grant(group, Resources.DECISION_DEFINITION, ANY, READ, READ_HISTORY);
    grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
  }

  private void administrators() {
    for (Resource resource : Resources.values()) {
      grant(Groups.ADMINISTRATORS, resource, ANY, ALL);
    }
  }

  void grant(String group, Resource resource, String id, Permission... permissions) {
    boolean decided =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count()
            > 0;
    if (decided) {
      return;
    }
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(group);
    authorization.setResource(resource);
    authorization.setResourceId(id);
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }
}
