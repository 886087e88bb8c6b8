package org.tierline.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tierline.ticket.TicketReopened;

/** A ticket that comes back after it was closed gets a new promise at once. */
@ApplicationScoped
class RenewedPromises {

  @Inject private PromiseResponse promiseResponse;

  void ticketCameBack(@Observes TicketReopened fact) {
    promiseResponse.promise(fact.ticket());
  }
}
