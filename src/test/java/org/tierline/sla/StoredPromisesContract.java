package org.tierline.sla;

import java.util.function.Function;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketId;

/** The same in a database. */
abstract class StoredPromisesContract extends PromisesContract {

  protected abstract TestDatabase database();

  @Override
  protected <T> T inTransaction(Function<Promises, T> work) {
    return database().inTransaction(em -> work.apply(new JpaPromises(em)));
  }

  @Override
  protected TicketId aTicket() {
    return TicketFixture.storedIn(database());
  }
}
