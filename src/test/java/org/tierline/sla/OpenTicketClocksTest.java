package org.tierline.sla;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.carla;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customer;
import org.tierline.platform.TestClock;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Ticket;

class OpenTicketClocksTest {

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryPromises promises = new InMemoryPromises();
  private final ReadClocks readClocks =
      new ReadClocks(promises, SlaFixture.CALENDARS, new TestClock());
  private final OpenTicketClocks clocks = new OpenTicketClocks(tickets, readClocks);
  private final Customer carla = carla();

  @Test
  void onlyRunningClocksThatCountByTheCalendarAreMovedByIt() {
    promised(1, "business-hours", true);
    promised(2, "around-the-clock", false);
    Ticket waiting = promised(3, "business-hours", true);
    waiting.waitForCustomer(MONDAY_9AM);
    promised(4, "business-hours", true).resolve("done", MONDAY_9AM);
    promised(5, "business-hours", true);

    List<RunningClock> first = clocks.countingBy("business-hours", 0, 1);
    List<RunningClock> second = clocks.countingBy("business-hours", 1, 1);

    assertThat(first).extracting(clock -> clock.ticket().value()).containsOnly(1L);
    assertThat(first).hasSize(2);
    assertThat(second).extracting(clock -> clock.ticket().value()).containsOnly(5L);
    assertThat(clocks.countingBy("business-hours", 5, 1)).isEmpty();
    assertThat(first.get(0).status(SlaFixture.CALENDARS, MONDAY_9AM).dueAt())
        .isEqualTo(MONDAY_9AM.plus(ofHours(1)));
  }

  private Ticket promised(long number, String calendar, boolean businessTime) {
    Ticket ticket = aTicket(number, carla, "Printer on fire", "It burns.", MONDAY_9AM);
    tickets.add(ticket);
    promises.add(
        new SlaPromise(
            ticket.id(),
            new SlaPolicy(
                "p",
                calendar,
                businessTime,
                Map.of(SlaTarget.FIRST_RESPONSE, ofHours(1), SlaTarget.RESOLUTION, ofHours(8)),
                ofHours(1),
                "test",
                true),
            MONDAY_9AM));
    return ticket;
  }
}
