package org.tierline.ticket;

import java.util.function.BiFunction;
import org.tierline.customer.Customers;
import org.tierline.customer.StoredCustomers;
import org.tierline.platform.TestDatabase;

class JpaTicketsOnH2Test extends TicketsContract {

  @Override
  protected <T> T inTransaction(BiFunction<Tickets, Customers, T> work) {
    return TestDatabase.h2()
        .inTransaction(em -> work.apply(new JpaTickets(em), StoredCustomers.in(em)));
  }
}
