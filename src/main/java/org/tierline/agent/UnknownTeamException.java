package org.tierline.agent;

/** Somebody named a team this desk does not have. */
public class UnknownTeamException extends Exception {

  public UnknownTeamException(TeamId id) {
    super("There is no team " + id);
  }
}
