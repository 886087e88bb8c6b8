package org.tierline.portal.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tierline.customer.Customer;
import org.tierline.customer.Plan;

/**
 * A customer, as staff know them.
 *
 * @param vip whether our most experienced people serve them whatever the plan
 * @param since when we made their acquaintance
 * @param mailFailure what came back from their address, if mails do
 */
public record CustomerJson(
    String id,
    String email,
    @Nullable String name,
    @Nullable String organisation,
    Plan plan,
    boolean vip,
    Instant since,
    @Nullable String mailFailure) {

  public static CustomerJson of(Customer customer) {
    return new CustomerJson(
        customer.id().toString(),
        customer.email().value(),
        customer.name().orElse(null),
        customer.organisation().orElse(null),
        customer.plan(),
        customer.isVip(),
        customer.createdAt(),
        customer.mailFailure().orElse(null));
  }
}
