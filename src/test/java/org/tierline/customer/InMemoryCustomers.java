package org.tierline.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;

public class InMemoryCustomers implements Customers {

  private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();

  @Override
  public void add(Customer customer) {
    customers.put(customer.id(), customer);
  }

  @Override
  public Customer get(CustomerId id) {
    return Optional.ofNullable(customers.get(id))
        .orElseThrow(() -> new UnknownCustomerException(id));
  }

  @Override
  public Optional<Customer> findByEmail(EmailAddress email) {
    return customers.values().stream().filter(c -> c.email().equals(email)).findFirst();
  }

  @Override
  public void hold(EmailAddress email) {
    // nobody else is there
  }
}
