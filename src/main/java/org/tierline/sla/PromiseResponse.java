package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tierline.customer.Customers;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Use case: promise a first response and a resolution by what the customer's contract says.
 *
 * <p>A new ticket's time counts from its first message, not from the moment we got round to it. A
 * ticket that comes back after it was closed gets a new promise from now on.
 */
@ApplicationScoped
@Transactional
public class PromiseResponse {

  private static final System.Logger LOG = System.getLogger(PromiseResponse.class.getName());

  private final Tickets tickets;
  private final Customers customers;
  private final SlaPolicies policies;
  private final Clock clock;

  @Inject
  public PromiseResponse(Tickets tickets, Customers customers, SlaPolicies policies, Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.policies = policies;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected PromiseResponse() {
    this(null, null, null, null);
  }

  public Deadlines promise(TicketId id) {
    Ticket ticket = tickets.get(id);
    Instant now = clock.instant();
    SlaPolicy policy =
        policies.policyFor(customers.get(ticket.customer()).plan(), ticket.priority());
    // people read these dates and timers wait for them: neither wants fractions of a second
    Instant start =
        (ticket.resolutionDueAt().isEmpty() ? ticket.createdAt() : now)
            .truncatedTo(ChronoUnit.SECONDS);
    ticket.promise(
        start.plus(policy.firstResponse()), start.plus(policy.resolution()), policy.name(), now);
    LOG.log(System.Logger.Level.INFO, "{0} promised by policy {1}", ticket.number(), policy.name());
    OpenTarget open = OpenTarget.of(ticket, policy);
    return new Deadlines(open.warnAt(), open.dueAt());
  }
}
