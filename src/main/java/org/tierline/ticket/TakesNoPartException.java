package org.tierline.ticket;

/** An answer shall go to somebody who takes no part in the ticket; the message says to whom. */
public class TakesNoPartException extends Exception {

  TakesNoPartException(String why) {
    super(why);
  }
}
