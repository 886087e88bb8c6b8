package org.tierline.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaCompanyContracts implements CompanyContracts {

  @PersistenceContext private EntityManager em;

  JpaCompanyContracts() {}

  JpaCompanyContracts(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<CompanyContract> find(String domain) {
    return Optional.ofNullable(em.find(CompanyContract.class, domain));
  }

  @Override
  public void add(CompanyContract contract) {
    em.persist(contract);
  }

  @Override
  public void remove(CompanyContract contract) {
    em.remove(contract);
  }

  @Override
  public List<CompanyContract> all() {
    return em.createQuery(
            "select c from CompanyContract c order by c.domain", CompanyContract.class)
        .getResultList();
  }
}
