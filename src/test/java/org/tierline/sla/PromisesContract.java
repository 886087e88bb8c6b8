package org.tierline.sla;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.ticket.TicketId;

/** What a store of promises must do, in memory and in databases. */
abstract class PromisesContract {

  private static final SlaPolicy FULL =
      new SlaPolicy(
          "DetermineSlaPolicy v3, row DetermineSlaPolicy_PremiumHigh",
          "business-hours",
          true,
          Map.of(
              SlaTarget.FIRST_RESPONSE, ofHours(1),
              SlaTarget.NEXT_RESPONSE, ofHours(2),
              SlaTarget.RESOLUTION, ofHours(8),
              SlaTarget.CUSTOMER_UPDATE, ofHours(4)),
          Duration.ofMinutes(30),
          "urgent",
          true);

  protected abstract <T> T inTransaction(Function<Promises, T> work);

  /** A ticket that promises may be made for. */
  protected abstract TicketId aTicket();

  @Test
  void aPromiseIsKeptWordForWord() {
    TicketId ticket = aTicket();
    add(new SlaPromise(ticket, FULL, MONDAY_9AM.plusNanos(5)));

    assertThat(of(ticket))
        .singleElement()
        .satisfies(
            promise -> {
              assertThat(promise.policy()).isEqualTo(FULL);
              assertThat(promise.at()).isEqualTo(MONDAY_9AM);
            });
  }

  @Test
  void whatIsNotPromisedStaysUnpromised() {
    TicketId ticket = aTicket();
    SlaPolicy small = SlaFixture.policy("small", ofHours(1), ofHours(8));
    add(new SlaPromise(ticket, small, MONDAY_9AM));

    assertThat(of(ticket).get(0).policy()).isEqualTo(small);
  }

  @Test
  void promisesComeInTheirOrderAndToTheirTicket() {
    TicketId ticket = aTicket();
    TicketId other = aTicket();
    TicketId none = new TicketId(UUID.randomUUID());
    add(new SlaPromise(ticket, SlaFixture.policy("2", ofHours(1), ofHours(8)), at(2)));
    add(new SlaPromise(ticket, SlaFixture.policy("1", ofHours(1), ofHours(8)), at(1)));
    add(new SlaPromise(other, SlaFixture.policy("3", ofHours(1), ofHours(8)), at(3)));

    Map<TicketId, List<SlaPromise>> found =
        inTransaction(promises -> promises.of(List.of(ticket, other, none)));

    assertThat(found).containsOnlyKeys(ticket, other);
    assertThat(found.get(ticket)).extracting(p -> p.policy().rule()).containsExactly("1", "2");
    assertThat(of(none)).isEmpty();
  }

  private static java.time.Instant at(int hours) {
    return MONDAY_9AM.plus(ofHours(hours));
  }

  private List<SlaPromise> of(TicketId ticket) {
    return inTransaction(promises -> promises.of(ticket));
  }

  private void add(SlaPromise promise) {
    inTransaction(
        promises -> {
          promises.add(promise);
          return promise;
        });
  }
}
