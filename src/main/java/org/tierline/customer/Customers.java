package org.tierline.customer;

import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;

/** Everyone who ever asked the desk for help. */
public interface Customers {

  void add(Customer customer);

  /**
   * @throws UnknownCustomerException if there is no such customer
   */
  Customer get(CustomerId id);

  Optional<Customer> findByEmail(EmailAddress email);
}
