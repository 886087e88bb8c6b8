package org.tierline.intake;

/** A mail so broken or so nested that no sense can be made of it within bounds. */
public class UnreadableMailException extends Exception {

  UnreadableMailException(String message) {
    super(message);
  }

  UnreadableMailException(String message, Throwable cause) {
    super(message, cause);
  }
}
