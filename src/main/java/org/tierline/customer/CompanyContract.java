package org.tierline.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;

/**
 * What was agreed with a company. It holds for everybody who writes from its mail domain, until
 * something else is agreed with one of them.
 */
@Entity
public class CompanyContract {

  @Id private String domain;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private Plan plan;

  private boolean vip;

  private @Nullable String organisation;

  protected CompanyContract() {} // for JPA

  CompanyContract(String domain, Contract contract) {
    this.domain = domain;
    this.plan = contract.plan();
    this.vip = contract.vip();
    this.organisation = contract.organisation().orElse(null);
  }

  /**
   * Reads a domain a person typed; empty when nobody can write from there.
   *
   * @param text such as {@code acme.example}, in any case
   */
  public static Optional<String> domain(String text) {
    return EmailAddress.parse("postmaster@" + text.strip()).map(EmailAddress::domain);
  }

  void agree(Contract contract) {
    this.plan = contract.plan();
    this.vip = contract.vip();
    this.organisation = contract.organisation().orElse(null);
  }

  public String domain() {
    return domain;
  }

  public Contract contract() {
    return new Contract(plan, vip, Optional.ofNullable(organisation));
  }
}
