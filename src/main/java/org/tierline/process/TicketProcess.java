package org.tierline.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.agent.AgentId;
import org.tierline.ticket.Priority;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;

/**
 * The vocabulary that all models about a ticket share: which ticket it is, what an agent made of
 * it, and how much of what the customer wrote has been seen.
 *
 * <p>The ticket knows how many messages its customer has sent; a process only has to notice that
 * there are more than somebody has seen. A step that begins a wait reads the number from the ticket
 * in the same transaction that changes the ticket, so a reply is either in that number or collides
 * with the change and is delivered again: no reply falls between two states.
 */
public final class TicketProcess {

  /** The customer's messages as far as the process has heard of them. */
  public static final String REPLIES = "replies";

  private static final String TICKET_ID = "ticketId";
  private static final String TICKET_NUMBER = "ticketNumber";
  private static final String REPLIES_SEEN = "repliesSeen";
  private static final String OUTCOME = "outcome";
  private static final String FINISHED_BY = "finishedBy";
  private static final String TASK_PRIORITY = "taskPriority";

  private TicketProcess() {}

  /** The business key of everything that runs for a ticket. */
  public static String businessKey(TicketNumber ticket) {
    return Long.toString(ticket.value());
  }

  public static Map<String, Object> startVariables(TicketId ticket, TicketNumber number) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(TICKET_ID, ticket.toString());
    variables.put(TICKET_NUMBER, number.value());
    return variables;
  }

  public static TicketId ticketId(VariableScope scope) {
    return TicketId.parse((String) required(scope, TICKET_ID));
  }

  public static TicketNumber ticketNumber(VariableScope scope) {
    return new TicketNumber(((Number) required(scope, TICKET_NUMBER)).longValue());
  }

  public static void replies(VariableScope scope, int customerMessages) {
    scope.setVariable(REPLIES, customerMessages);
  }

  public static int repliesSeen(VariableScope scope) {
    return (Integer) required(scope, REPLIES_SEEN);
  }

  public static void repliesSeen(VariableScope scope, int customerMessages) {
    scope.setVariable(REPLIES_SEEN, customerMessages);
  }

  /** Whoever works on the ticket from here on has everything before their eyes. */
  public static void allRepliesSeen(VariableScope scope, int customerMessages) {
    repliesSeen(scope, customerMessages);
    replies(scope, customerMessages);
  }

  public static String outcome(VariableScope scope) {
    return (String) required(scope, OUTCOME);
  }

  /** Whether somebody said what came of the work. */
  public static boolean hasOutcome(VariableScope scope) {
    return scope.getVariable(OUTCOME) instanceof String;
  }

  public static Map<String, Object> outcome(String outcome) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(OUTCOME, outcome);
    return variables;
  }

  public static AgentId finishedBy(VariableScope scope) {
    return new AgentId((String) required(scope, FINISHED_BY));
  }

  public static void finishedBy(VariableScope scope, String user) {
    scope.setVariable(FINISHED_BY, user);
  }

  public static void taskPriority(VariableScope scope, Priority priority) {
    scope.setVariable(TASK_PRIORITY, priority.taskPriority());
  }

  /** How urgent the work is and that all replies are seen, for a process no step has told. */
  public static Map<String, Object> seen(Priority priority, int customerMessages) {
    return Map.of(
        TASK_PRIORITY,
        priority.taskPriority(),
        REPLIES_SEEN,
        customerMessages,
        REPLIES,
        customerMessages);
  }

  /** Reads a variable that the model promises to have set. */
  public static Object required(VariableScope scope, String variable) {
    Object value = scope.getVariable(variable);
    if (value == null) {
      throw new IllegalStateException("The process carries no " + variable);
    }
    return value;
  }
}
