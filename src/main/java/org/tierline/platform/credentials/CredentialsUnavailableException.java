package org.tierline.platform.credentials;

import org.jspecify.annotations.Nullable;

/** There is no password or token to show at the moment. */
public class CredentialsUnavailableException extends Exception {

  private final boolean refused;

  /**
   * @param refused whether they were refused to us, so that asking again soon is of no use
   */
  CredentialsUnavailableException(String message, boolean refused, @Nullable Throwable cause) {
    super(message, cause);
    this.refused = refused;
  }

  public boolean isRefused() {
    return refused;
  }
}
