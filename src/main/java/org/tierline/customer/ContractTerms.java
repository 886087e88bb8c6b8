package org.tierline.customer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Contract} as it is kept with whom it was agreed: a person, or a company. */
@Embeddable
record ContractTerms(
    @Enumerated(EnumType.STRING) Plan plan, boolean vip, @Nullable String organisation) {

  static ContractTerms of(Contract contract) {
    return new ContractTerms(contract.plan(), contract.vip(), contract.organisation().orElse(null));
  }

  Contract contract() {
    return new Contract(plan, vip, Optional.ofNullable(organisation));
  }
}
