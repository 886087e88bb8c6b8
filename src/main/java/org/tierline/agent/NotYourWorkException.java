package org.tierline.agent;

/** The piece of work belongs to another agent or team. */
public class NotYourWorkException extends Exception {

  public NotYourWorkException(String message) {
    super(message);
  }
}
