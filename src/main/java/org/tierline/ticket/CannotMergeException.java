package org.tierline.ticket;

/** Two tickets cannot become one; the message says why, for whoever asked. */
public class CannotMergeException extends Exception {

  CannotMergeException(String why) {
    super(why);
  }
}
