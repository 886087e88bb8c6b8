package org.tierline.sla;

import java.util.UUID;
import java.util.function.Function;
import org.tierline.ticket.TicketId;

class InMemoryPromisesTest extends PromisesContract {

  private final InMemoryPromises promises = new InMemoryPromises();

  @Override
  protected <T> T inTransaction(Function<Promises, T> work) {
    return work.apply(promises);
  }

  @Override
  protected TicketId aTicket() {
    return new TicketId(UUID.randomUUID());
  }
}
