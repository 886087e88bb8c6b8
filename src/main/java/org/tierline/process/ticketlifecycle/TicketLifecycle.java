package org.tierline.process.ticketlifecycle;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.agent.TeamId;

/** The vocabulary of the TicketLifecycle model: its key, its messages and its variables. */
public final class TicketLifecycle {

  public static final String KEY = "TicketLifecycle";
  public static final String TICKET_OPENED = "Msg_TicketOpened";
  public static final String TICKET_REOPENED = "Msg_TicketReopened";

  public static final String TICKET_MERGED = "Msg_TicketMerged";

  public static final String WORK_ON_TICKET = "CallActivity_WorkOnTicket";

  private static final String HAND_OVER_TO = "handOverTo";

  private TicketLifecycle() {}

  /** The team an agent chose to go on with the ticket. */
  static Optional<TeamId> handOverTo(VariableScope scope) {
    return Optional.ofNullable((String) scope.getVariable(HAND_OVER_TO)).map(TeamId::new);
  }
}
