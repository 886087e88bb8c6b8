package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.ticket.PriorityChanged;
import org.tierline.ticket.TicketReopened;

/**
 * A ticket that comes back after it was closed is promised what the table says today, and so is one
 * that turns out to be more or less urgent. What its clock has used up stays used up.
 */
@ApplicationScoped
public class RenewedPromises {

  private final PromiseResponse promiseResponse;

  @Inject
  public RenewedPromises(PromiseResponse promiseResponse) {
    this.promiseResponse = promiseResponse;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RenewedPromises() {
    this(null);
  }

  public void ticketCameBack(@Observes TicketReopened fact) {
    promiseResponse.promise(fact.ticket());
  }

  public void priorityChanged(@Observes PriorityChanged fact) {
    promiseResponse.promise(fact.ticket());
  }
}
