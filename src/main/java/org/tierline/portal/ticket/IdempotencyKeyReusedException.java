package org.tierline.portal.ticket;

/** The same idempotency key came with another request: the caller confused two of them. */
public class IdempotencyKeyReusedException extends Exception {

  public IdempotencyKeyReusedException(String key) {
    super("The idempotency key " + key + " was used for another request");
  }
}
