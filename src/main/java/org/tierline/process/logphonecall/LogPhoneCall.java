package org.tierline.process.logphonecall;

import static org.tierline.process.TicketProcess.required;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.agent.AgentId;

/** The vocabulary of the LogPhoneCall model: who took the call. */
public final class LogPhoneCall {

  public static final String KEY = "LogPhoneCall";

  private static final String TAKEN_BY = "takenBy";

  private LogPhoneCall() {}

  static AgentId takenBy(VariableScope scope) {
    return new AgentId((String) required(scope, TAKEN_BY));
  }
}
