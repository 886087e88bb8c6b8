package org.tierline.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.EmailAddress;

/** What the store of customers promises, on a real database. */
abstract class CustomersContract {

  private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);

  protected abstract TestDatabase database();

  @BeforeEach
  void threeCustomers() {
    database()
        .doInTransaction(
            em -> {
              Customers customers = StoredCustomers.in(em);
              customers.add(customer("carla", "Carla", Optional.of("Über 100% " + tag)));
              customers.add(customer("dan_x", "Dan O'Neil " + tag, Optional.empty()));
              customers.add(customer("danyx", null, Optional.empty()));
            });
  }

  private Customer customer(String local, @Nullable String name, Optional<String> organisation) {
    Customer customer =
        Customer.writingFrom(new EmailAddress(local + "@" + tag + ".example"), name, MONDAY_9AM);
    customer.agree(new Contract(Plan.PREMIUM, true, organisation));
    return customer;
  }

  @Test
  void aContractIsKept() {
    assertThat(
            database()
                .<Contract>inTransaction(
                    em ->
                        StoredCustomers.in(em)
                            .findByEmail(new EmailAddress("carla@" + tag + ".example"))
                            .orElseThrow()
                            .contract()))
        .isEqualTo(new Contract(Plan.PREMIUM, true, Optional.of("Über 100% " + tag)));
  }

  @Test
  void thoseAskedForTogetherAreFoundByTheirIds() {
    List<Customer> ours =
        database().inTransaction(em -> StoredCustomers.in(em).from(tag + ".example"));
    Set<CustomerId> asked = Set.of(ours.get(0).id(), ours.get(2).id());

    Map<CustomerId, Customer> found =
        database().inTransaction(em -> StoredCustomers.in(em).all(asked));

    assertThat(found).containsOnlyKeys(asked);
    assertThat(found.get(ours.get(0).id()).email()).isEqualTo(ours.get(0).email());
    assertThat(database().<Integer>inTransaction(em -> StoredCustomers.in(em).all(Set.of()).size()))
        .isZero();
  }

  @Test
  void addressNameAndOrganisationAreSearchedWhateverTheirCase() {
    assertThat(found("@" + tag + ".")).containsExactly("carla", "dan_x", "danyx");
    assertThat(found("O'NEIL " + tag)).containsExactly("dan_x");
    assertThat(found("über 100% " + tag)).containsExactly("carla");
  }

  @Test
  void whoAsksForNobodyInParticularFindsAll() {
    List<String> all =
        database()
            .inTransaction(
                em ->
                    StoredCustomers.in(em).search(" ", Integer.MAX_VALUE).stream()
                        .map(customer -> customer.email().value())
                        .toList());

    assertThat(all).contains("carla@" + tag + ".example", "danyx@" + tag + ".example");
  }

  @Test
  void aWildcardIsAnOrdinarySign() {
    assertThat(found("n_x@" + tag)).containsExactly("dan_x");
    assertThat(found("%@" + tag)).isEmpty();
  }

  @Test
  void aCompanyIsWhoeverWritesFromItsDomain() {
    assertThat(
            database()
                .<Integer>inTransaction(em -> StoredCustomers.in(em).from(tag + ".example").size()))
        .isEqualTo(3);
    assertThat(
            database().<Integer>inTransaction(em -> StoredCustomers.in(em).from("example").size()))
        .isZero();
  }

  @Test
  void whatIsAgreedWithACompanyIsKeptUntilItEnds() {
    var contract = new Contract(Plan.PREMIUM, false, Optional.of("Acme"));
    database()
        .doInTransaction(
            em -> new JpaCompanyContracts(em).add(new CompanyContract(tag + ".example", contract)));
    assertThat(
            database()
                .<Optional<Contract>>inTransaction(
                    em ->
                        new JpaCompanyContracts(em)
                            .find(tag + ".example")
                            .map(CompanyContract::contract)))
        .contains(contract);

    database()
        .doInTransaction(
            em -> {
              var companies = new JpaCompanyContracts(em);
              companies.remove(companies.find(tag + ".example").orElseThrow());
            });
    assertThat(
            database()
                .<Boolean>inTransaction(
                    em ->
                        new JpaCompanyContracts(em)
                            .all().stream().noneMatch(c -> c.domain().equals(tag + ".example"))))
        .isTrue();
  }

  @Test
  void whoIsReachedAgainIsNoLongerTakenForUnreachable() {
    var carla = new EmailAddress("carla@" + tag + ".example");
    var dan = new EmailAddress("dan_x@" + tag + ".example");
    database()
        .doInTransaction(
            em -> {
              StoredCustomers.in(em)
                  .findByEmail(carla)
                  .orElseThrow()
                  .mailFailed("5.1.1", MONDAY_9AM);
              StoredCustomers.in(em).findByEmail(dan).orElseThrow().mailFailed("5.1.1", MONDAY_9AM);
            });

    database().doInTransaction(em -> StoredCustomers.in(em).reached(carla));

    assertThat(failing(carla)).isEmpty();
    assertThat(failing(dan)).contains("5.1.1");
  }

  private Optional<String> failing(EmailAddress email) {
    return database()
        .inTransaction(em -> StoredCustomers.in(em).findByEmail(email).orElseThrow().mailFailure());
  }

  @Test
  void noMoreThanAskedForAreFound() {
    assertThat(
            database().<List<Customer>>inTransaction(em -> StoredCustomers.in(em).search(tag, 2)))
        .hasSize(2);
  }

  private List<String> found(String words) {
    return database()
        .inTransaction(
            em ->
                StoredCustomers.in(em).search(words, 10).stream()
                    .map(customer -> customer.email().value().replaceAll("@.*", ""))
                    .toList());
  }
}
