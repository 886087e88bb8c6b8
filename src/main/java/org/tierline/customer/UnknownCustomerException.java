package org.tierline.customer;

/** An id that belongs to no customer: a broken reference, never something a user can cause. */
public class UnknownCustomerException extends RuntimeException {

  public UnknownCustomerException(CustomerId id) {
    super("No customer " + id);
  }
}
