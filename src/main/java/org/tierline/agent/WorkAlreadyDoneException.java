package org.tierline.agent;

/** Somebody else finished this piece of work first. */
public class WorkAlreadyDoneException extends Exception {

  public WorkAlreadyDoneException(String message) {
    super(message);
  }
}
