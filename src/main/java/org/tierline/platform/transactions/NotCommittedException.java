package org.tierline.platform.transactions;

/** The database did not take what a step of work had done; nothing of it is stored. */
public class NotCommittedException extends RuntimeException {

  NotCommittedException(Throwable cause) {
    super("Not committed: " + cause.getMessage(), cause);
  }
}
