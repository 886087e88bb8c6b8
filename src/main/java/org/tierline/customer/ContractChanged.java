package org.tierline.customer;

/**
 * Something else is agreed with a customer from now on.
 *
 * @param by the login of who said so
 */
public record ContractChanged(CustomerId customer, Contract before, Contract now, String by) {

  public boolean changesPromises() {
    return before.plan() != now.plan();
  }
}
