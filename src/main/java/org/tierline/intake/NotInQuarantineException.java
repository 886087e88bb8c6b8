package org.tierline.intake;

/** The mail does not wait for a person: it was tried again, discarded or taken in already. */
public class NotInQuarantineException extends Exception {

  static final String SOMEBODY_WAS_FASTER =
      "This mail no longer waits in quarantine: somebody was faster.";

  NotInQuarantineException(String message) {
    super(message);
  }
}
