package org.tierline.sla.ladder;

import java.util.function.Function;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketId;

/** The same in a database. */
abstract class StoredTakenStepsContract extends TakenStepsContract {

  protected abstract TestDatabase database();

  @Override
  protected <T> T inTransaction(Function<TakenSteps, T> work) {
    return database().inTransaction(em -> work.apply(new JpaTakenSteps(em)));
  }

  @Override
  protected TicketId anyTicket() {
    return TicketFixture.storedIn(database());
  }
}
