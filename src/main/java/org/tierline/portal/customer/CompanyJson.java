package org.tierline.portal.customer;

import org.jspecify.annotations.Nullable;
import org.tierline.customer.CompanyContract;
import org.tierline.customer.Contract;
import org.tierline.customer.Plan;

/**
 * What was agreed with a company.
 *
 * @param domain whoever writes from it belongs to the company
 */
public record CompanyJson(String domain, Plan plan, boolean vip, @Nullable String organisation) {

  static CompanyJson of(CompanyContract company) {
    return of(company.domain(), company.contract());
  }

  static CompanyJson of(String domain, Contract contract) {
    return new CompanyJson(
        domain, contract.plan(), contract.vip(), contract.organisation().orElse(null));
  }
}
