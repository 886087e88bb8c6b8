package org.tierline.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

public final class InMemoryCompanyContracts implements CompanyContracts {

  private final Map<String, CompanyContract> contracts = new TreeMap<>();

  @Override
  public Optional<CompanyContract> find(String domain) {
    return Optional.ofNullable(contracts.get(domain));
  }

  @Override
  public void add(CompanyContract contract) {
    contracts.put(contract.domain(), contract);
  }

  @Override
  public void remove(CompanyContract contract) {
    contracts.remove(contract.domain());
  }

  @Override
  public List<CompanyContract> all() {
    return List.copyOf(contracts.values());
  }
}
