package org.tierline.customer;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  public Map<CustomerId, Customer> all(Set<CustomerId> ids) {
    return customers.values().stream()
        .filter(customer -> ids.contains(customer.id()))
        .collect(toMap(Customer::id, Function.identity()));
  }

  @Override
  public Optional<Customer> findByEmail(EmailAddress email) {
    return customers.values().stream().filter(c -> c.email().equals(email)).findFirst();
  }

  @Override
  public List<Customer> search(String words, int most) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return customers.values().stream()
        .filter(
            c ->
                (c.email() + "\n" + c.name().orElse("") + "\n" + c.organisation().orElse(""))
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
        .sorted(Comparator.comparing(c -> c.email().value()))
        .limit(most)
        .toList();
  }

  @Override
  public List<Customer> from(String domain) {
    return search("@" + domain, Integer.MAX_VALUE).stream()
        .filter(c -> c.email().domain().equals(domain))
        .toList();
  }

  @Override
  public void reached(EmailAddress email) {
    findByEmail(email).ifPresent(Customer::wroteByMail);
  }

  @Override
  public void hold(EmailAddress email) {
    // nobody else is there
  }
}
