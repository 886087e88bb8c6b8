package org.tierline.sla.ladder;

import java.util.UUID;
import java.util.function.Function;
import org.tierline.ticket.TicketId;

class InMemoryTakenStepsTest extends TakenStepsContract {

  private final InMemoryTakenSteps steps = new InMemoryTakenSteps();

  @Override
  protected <T> T inTransaction(Function<TakenSteps, T> work) {
    return work.apply(steps);
  }

  @Override
  protected TicketId anyTicket() {
    return new TicketId(UUID.randomUUID());
  }
}
