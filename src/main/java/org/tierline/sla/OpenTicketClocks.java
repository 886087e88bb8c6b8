package org.tierline.sla;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/** The running clocks of open tickets, so that a change of a calendar can say what it moves. */
@ApplicationScoped
public class OpenTicketClocks implements RunningClocks {

  private final Tickets tickets;
  private final ReadClocks readClocks;

  @Inject
  public OpenTicketClocks(Tickets tickets, ReadClocks readClocks) {
    this.tickets = tickets;
    this.readClocks = readClocks;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OpenTicketClocks() {
    this(null, null);
  }

  /** One target of one ticket. */
  private record Running(Ticket of, SlaTarget target, ReadClocks readClocks)
      implements RunningClock {

    @Override
    public TicketNumber ticket() {
      return of.number();
    }

    @Override
    public SlaStatus status(BusinessCalendars calendars, Instant now) {
      TicketClocks read =
          requireNonNull(readClocks.of(List.of(of), calendars, now).get(of.id()), "no promise");
      return read.of(target).orElseThrow().status();
    }
  }

  @Override
  public List<RunningClock> countingBy(String calendar, long after, int limit) {
    List<RunningClock> counting = new ArrayList<>();
    List<Ticket> page = tickets.unfinished(after, limit);
    while (!page.isEmpty() && counting.isEmpty()) {
      Map<TicketId, TicketClocks> clocks = readClocks.of(page);
      for (Ticket ticket : page) {
        TicketClocks read = clocks.get(ticket.id());
        if (read != null) {
          addRunning(counting, ticket, read, calendar);
        }
      }
      page = tickets.unfinished(page.get(page.size() - 1).number().value(), limit);
    }
    return counting;
  }

  private void addRunning(
      List<RunningClock> counting, Ticket ticket, TicketClocks clocks, String calendar) {
    clocks.targets().stream()
        .filter(TargetClock::isRunning)
        .filter(clock -> clock.status().promise().businessTime())
        .filter(clock -> clock.status().promise().calendar().equals(calendar))
        .forEach(clock -> counting.add(new Running(ticket, clock.target(), readClocks)));
  }
}
