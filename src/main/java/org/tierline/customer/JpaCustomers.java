package org.tierline.customer;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tierline.platform.mail.EmailAddress;

@ApplicationScoped
class JpaCustomers implements Customers {

  @PersistenceContext private EntityManager em;

  JpaCustomers() {}

  JpaCustomers(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Customer customer) {
    em.persist(customer);
  }

  @Override
  public Customer get(CustomerId id) {
    Customer customer = em.find(Customer.class, id.value());
    if (customer == null) {
      throw new UnknownCustomerException(id);
    }
    return customer;
  }

  @Override
  public Map<CustomerId, Customer> all(Set<CustomerId> ids) {
    return em.createQuery("select c from Customer c where c.id in :ids", Customer.class)
        .setParameter("ids", ids.stream().map(CustomerId::value).toList())
        .getResultStream()
        .collect(toMap(Customer::id, Function.identity()));
  }

  @Override
  public Optional<Customer> findByEmail(EmailAddress email) {
    return em.createQuery("select c from Customer c where c.email = :email", Customer.class)
        .setParameter("email", email.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Customer> search(String words, int most) {
    return em.createQuery(
            "select c from Customer c where locate(:words, c.email) > 0"
                + " or locate(:words, lower(c.name)) > 0"
                + " or locate(:words, lower(c.terms.organisation)) > 0 order by c.email",
            Customer.class)
        .setParameter("words", words.strip().toLowerCase(Locale.ROOT))
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Customer> from(String domain) {
    return em.createQuery(
            "select c from Customer c where c.email like :domain order by c.email", Customer.class)
        .setParameter("domain", "%@" + domain)
        .getResultList();
  }

  /** Not by way of the object: somebody else's change to it must not undo what goes with this. */
  @Override
  public void reached(EmailAddress email) {
    em.createQuery(
            "update Customer c set c.mailFailsSince = null, c.mailFailure = null"
                + " where c.email = :email and c.mailFailsSince is not null")
        .setParameter("email", email.value())
        .executeUpdate();
  }

  @Override
  public void hold(EmailAddress email) {
    em.createQuery("select c from Customer c where c.email = :email", Customer.class)
        .setParameter("email", email.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
