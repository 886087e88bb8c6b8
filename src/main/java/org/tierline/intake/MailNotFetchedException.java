package org.tierline.intake;

import org.jspecify.annotations.Nullable;

/** The mail server has this mail but does not hand it over. */
class MailNotFetchedException extends Exception {

  MailNotFetchedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
