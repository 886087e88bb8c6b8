package org.tierline.intake;

/** Another node reads this mailbox now; what this node was about to commit is void. */
class LeaseLostException extends RuntimeException {

  LeaseLostException(String mailbox) {
    super("Another node reads " + mailbox + " now");
  }
}
