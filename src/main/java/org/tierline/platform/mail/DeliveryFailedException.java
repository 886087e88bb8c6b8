package org.tierline.platform.mail;

import org.jspecify.annotations.Nullable;

/** The mail server did not take a mail. */
class DeliveryFailedException extends Exception {

  /** What the failure says about the future. */
  enum Kind {
    /** Nobody answers, or not as a mail server should: no use trying the next mail now. */
    SERVER_DOWN,
    /** This mail was not accepted this time. */
    NOT_NOW,
    /** This mail will never be accepted. */
    NEVER
  }

  private final Kind kind;

  DeliveryFailedException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
