package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.tierline.customer.Customers;
import org.tierline.platform.events.Facts;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * Use case: promise what the customer's contract says for a request like this one.
 *
 * <p>A new ticket's time counts from its first message, not from the moment we got round to it. A
 * later promise takes the place of the one before, but what the clock has used up stays used up:
 * nobody gains time by changing a ticket's priority or by closing it too early.
 */
@ApplicationScoped
@Transactional
public class PromiseResponse {

  private static final System.Logger LOG = System.getLogger(PromiseResponse.class.getName());

  private final Tickets tickets;
  private final Customers customers;
  private final SlaPolicies policies;
  private final Promises promises;
  private final ReadClocks readClocks;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public PromiseResponse(
      Tickets tickets,
      Customers customers,
      SlaPolicies policies,
      Promises promises,
      ReadClocks readClocks,
      Facts facts,
      Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.policies = policies;
    this.promises = promises;
    this.readClocks = readClocks;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected PromiseResponse() {
    this(null, null, null, null, null, null, null);
  }

  public void promise(TicketId id) {
    Ticket ticket = tickets.get(id);
    Instant now = clock.instant();
    SlaPolicy policy =
        policies.policyFor(
            new SlaPolicies.Request(
                customers.get(ticket.customer()).plan(),
                ticket.priority(),
                ticket.category(),
                ticket.origin().mailbox().orElse("")));
    promises.add(new SlaPromise(id, policy, now));
    TicketClocks clocks = readClocks.of(ticket).orElseThrow();
    ticket.promise(
        dueAt(clocks, SlaTarget.FIRST_RESPONSE),
        dueAt(clocks, SlaTarget.RESOLUTION),
        policy.rule(),
        now);
    facts.announce(new ResponsePromised(id));
    LOG.log(System.Logger.Level.INFO, "{0} promised by {1}", ticket.number(), policy.rule());
  }

  /** Promises anew for what was promised already; the rest waits for its triage. */
  void renew(TicketId id) {
    if (!promises.of(id).isEmpty()) {
      promise(id);
    }
  }

  private static Instant dueAt(TicketClocks clocks, SlaTarget target) {
    return clocks.of(target).orElseThrow().status().dueAt();
  }
}
