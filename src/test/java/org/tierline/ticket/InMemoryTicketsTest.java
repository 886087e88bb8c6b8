package org.tierline.ticket;

import java.util.function.BiFunction;
import org.tierline.customer.Customers;
import org.tierline.customer.InMemoryCustomers;

class InMemoryTicketsTest extends TicketsContract {

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();

  @Override
  protected <T> T inTransaction(BiFunction<Tickets, Customers, T> work) {
    return work.apply(tickets, customers);
  }
}
