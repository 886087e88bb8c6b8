package org.tierline.escalation;

/** Nobody goes on with a ticket somebody worked on without being told what was done. */
public class HandOverMissingException extends Exception {

  HandOverMissingException(String message) {
    super(message);
  }
}
