package org.tierline.portal.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.customer.Contract;
import org.tierline.customer.Plan;

/**
 * What was agreed with a customer.
 *
 * @param name what to call them, if we do not know yet
 * @param vip false where nothing is said
 */
public record ContractBody(
    @Nullable @Size(max = 200, message = "must not be longer than 200 characters") String name,
    @NotNull(message = "is missing") Plan plan,
    @Nullable Boolean vip,
    @Nullable @Size(
            max = Contract.MAX_ORGANISATION_LENGTH,
            message = "must not be longer than 200 characters")
        String organisation) {

  Contract contract() {
    return new Contract(plan, Boolean.TRUE.equals(vip), Optional.ofNullable(organisation));
  }
}
