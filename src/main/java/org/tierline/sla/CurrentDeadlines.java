package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.customer.Customers;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Use case: know until when we have to act on a ticket, and when to remind its owner. */
@ApplicationScoped
@Transactional
public class CurrentDeadlines {

  private final Tickets tickets;
  private final Customers customers;
  private final SlaPolicies policies;

  @Inject
  public CurrentDeadlines(Tickets tickets, Customers customers, SlaPolicies policies) {
    this.tickets = tickets;
    this.customers = customers;
    this.policies = policies;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CurrentDeadlines() {
    this(null, null, null);
  }

  /**
   * The deadlines of the next open target: the first response while it is neither given nor missed,
   * else the resolution. Both may lie in the past.
   *
   * @throws IllegalStateException if nothing was promised yet
   */
  public Deadlines of(TicketId id) {
    OpenTarget open = openTargetOf(tickets.get(id));
    return new Deadlines(open.warnAt(), open.dueAt());
  }

  OpenTarget openTargetOf(Ticket ticket) {
    return OpenTarget.of(
        ticket, policies.policyFor(customers.get(ticket.customer()).plan(), ticket.priority()));
  }
}
