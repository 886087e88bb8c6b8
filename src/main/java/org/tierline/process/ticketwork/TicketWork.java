package org.tierline.process.ticketwork;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.Ticket;

/** The vocabulary of the TicketWork model: who works on the ticket. */
public final class TicketWork {

  public static final String KEY = "TicketWork";
  public static final String SET_DEADLINES = "Task_SetDeadlines";
  public static final String ASSIGN_TICKET = "Task_AssignTicket";
  public static final String WORK_ON_TICKET = "Task_WorkOnTicket";

  private static final String TEAM = "team";
  private static final String ASSIGNEE = "assignee";
  private static final String HAND_OVER_TO = "handOverTo";

  private TicketWork() {}

  /**
   * @param owner empty while the ticket waits in the team's queue
   */
  static void owner(VariableScope scope, TeamId team, Optional<AgentId> owner) {
    scope.setVariable(TEAM, team.value());
    scope.setVariable(ASSIGNEE, owner.map(AgentId::value).orElse(null));
  }

  /** What the work has to know when the steps that would have said so were given up. */
  public static Map<String, Object> byHand(Ticket ticket) {
    Map<String, Object> variables =
        new HashMap<>(TicketProcess.seen(ticket.priority(), ticket.customerMessages()));
    variables.put(TEAM, ticket.team().value());
    variables.put(ASSIGNEE, ticket.assignee().map(AgentId::value).orElse(null));
    return variables;
  }

  /** What an agent made of the work, as the lifecycle asks for it. */
  public static Map<String, Object> finished(String outcome, Optional<TeamId> handOverTo) {
    Map<String, Object> variables = new HashMap<>(TicketProcess.outcome(outcome));
    handOverTo.ifPresent(team -> variables.put(HAND_OVER_TO, team.value()));
    return variables;
  }
}
