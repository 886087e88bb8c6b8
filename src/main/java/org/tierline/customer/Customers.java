package org.tierline.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tierline.platform.mail.EmailAddress;

/** Everyone who ever asked the desk for help. */
public interface Customers {

  void add(Customer customer);

  /**
   * @throws UnknownCustomerException if there is no such customer
   */
  Customer get(CustomerId id);

  /** Those there are. */
  Map<CustomerId, Customer> all(Set<CustomerId> ids);

  Optional<Customer> findByEmail(EmailAddress email);

  /**
   * Whose address, name or organisation has these words, by address.
   *
   * @param words none finds everybody
   */
  List<Customer> search(String words, int most);

  /** Who writes from a mail domain, by address. */
  List<Customer> from(String domain);

  /** A mail to an address got through: if mails failed there, they do no more. */
  void reached(EmailAddress email);

  /**
   * Lets nobody else, on any node, deal with this customer's mails until the transaction ends. A
   * stranger need not be waited for: of two who make the same acquaintance one fails.
   */
  void hold(EmailAddress email);
}
