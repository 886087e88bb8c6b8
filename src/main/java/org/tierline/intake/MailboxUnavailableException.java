package org.tierline.intake;

import org.jspecify.annotations.Nullable;

/** The mail server does not answer, does not let us in, or hung up. */
class MailboxUnavailableException extends Exception {

  private final boolean refused;

  /**
   * @param refused whether it answered, but did not accept our name and password
   */
  MailboxUnavailableException(String message, boolean refused, @Nullable Throwable cause) {
    super(message, cause);
    this.refused = refused;
  }

  boolean isRefused() {
    return refused;
  }
}
