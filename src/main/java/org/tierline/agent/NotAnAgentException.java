package org.tierline.agent;

/** A staff member who takes no tickets, such as an administrator, was asked to act as an agent. */
public class NotAnAgentException extends Exception {

  public NotAnAgentException(AgentId id) {
    super(id + " is not an agent of this desk");
  }
}
