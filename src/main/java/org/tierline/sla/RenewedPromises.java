package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tierline.customer.ContractChanged;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.PriorityChanged;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketReopened;
import org.tierline.ticket.Tickets;

/**
 * A ticket that comes back after it was closed is promised what the table says today, and so is one
 * that turns out to be more or less urgent, or whose customer has another contract. What its clock
 * has used up stays used up.
 */
@ApplicationScoped
public class RenewedPromises {

  private final PromiseResponse promiseResponse;
  private final Tickets tickets;
  private final Clock clock;

  @Inject
  public RenewedPromises(PromiseResponse promiseResponse, Tickets tickets, Clock clock) {
    this.promiseResponse = promiseResponse;
    this.tickets = tickets;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RenewedPromises() {
    this(null, null, null);
  }

  public void ticketCameBack(@Observes TicketReopened fact) {
    promiseResponse.promise(fact.ticket());
  }

  public void priorityChanged(@Observes PriorityChanged fact) {
    promiseResponse.promise(fact.ticket());
  }

  /** Every ticket the customer waits for says so, whether its dates move or not. */
  public void contractChanged(@Observes ContractChanged fact) {
    for (Ticket ticket : tickets.unfinishedOf(fact.customer())) {
      ticket.note(
          HistoryKind.CONTRACT_CHANGED,
          Author.DESK,
          "contract %s to %s".formatted(fact.before().words(), fact.now().words()),
          "said by " + fact.by(),
          clock.instant());
      if (fact.changesPromises()) {
        promiseResponse.renew(ticket.id());
      }
    }
  }
}
