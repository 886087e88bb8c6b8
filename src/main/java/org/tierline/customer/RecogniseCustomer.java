package org.tierline.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.StorableText;
import org.tierline.platform.mail.EmailAddress;

/** Use case: know the person behind a mail address, or make their acquaintance. */
@ApplicationScoped
@Transactional
public class RecogniseCustomer {

  private static final int MAX_NAME_LENGTH = 200;

  private final Customers customers;
  private final CompanyContracts companies;
  private final Clock clock;

  @Inject
  public RecogniseCustomer(Customers customers, CompanyContracts companies, Clock clock) {
    this.customers = customers;
    this.companies = companies;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecogniseCustomer() {
    this(null, null, null);
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH);
  }

  /**
   * @param name the name as the customer wrote it, or null when they gave none
   */
  public Customer recognise(EmailAddress email, @Nullable String name) {
    String given = name == null || name.isBlank() ? null : shortened(StorableText.of(name).strip());
    return customers
        .findByEmail(email)
        .map(
            known -> {
              if (given != null) {
                known.introduce(given);
              }
              return known;
            })
        .orElseGet(
            () -> {
              Customer stranger = Customer.writingFrom(email, given, clock.instant());
              companies
                  .find(email.domain())
                  .map(CompanyContract::contract)
                  .ifPresent(stranger::agree);
              customers.add(stranger);
              return stranger;
            });
  }
}
