package org.tierline.intake;

/** Even a lead cannot make a ticket of this mail as things are; it stays where it is. */
public class CannotTakeInException extends Exception {

  CannotTakeInException(String message) {
    super(message);
  }
}
