package org.tierline.intake;

/** The mail does not wait for a person: it was tried again or discarded already. */
public class NotInQuarantineException extends Exception {

  NotInQuarantineException(String message) {
    super(message);
  }
}
