package org.tierline.customer;

import java.util.List;
import java.util.Optional;

/** The companies something was agreed with. */
public interface CompanyContracts {

  Optional<CompanyContract> find(String domain);

  void add(CompanyContract contract);

  void remove(CompanyContract contract);

  /** All of them, by domain. */
  List<CompanyContract> all();
}
