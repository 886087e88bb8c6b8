package org.tierline.customer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;

/**
 * What was agreed with a company. It holds for everybody who writes from its mail domain, until
 * something else is agreed with one of them.
 */
@Entity
public class CompanyContract {

  @Id private String domain;

  @Version private int version;

  @Embedded private ContractTerms terms;

  protected CompanyContract() {} // for JPA

  CompanyContract(String domain, Contract contract) {
    this.domain = domain;
    this.terms = ContractTerms.of(contract);
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
    this.terms = ContractTerms.of(contract);
  }

  public String domain() {
    return domain;
  }

  public Contract contract() {
    return terms.contract();
  }
}
