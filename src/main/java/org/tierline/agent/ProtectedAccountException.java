package org.tierline.agent;

/** Nobody who asked may change how this account is entered. */
public class ProtectedAccountException extends Exception {

  public ProtectedAccountException(String message) {
    super(message);
  }
}
