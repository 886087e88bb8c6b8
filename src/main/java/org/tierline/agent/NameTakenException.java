package org.tierline.agent;

/** A team cannot be called like a group that has other rights, such as the administrators. */
public class NameTakenException extends Exception {

  public NameTakenException(TeamId id) {
    super("%s is the name of a group that is no team".formatted(id));
  }
}
