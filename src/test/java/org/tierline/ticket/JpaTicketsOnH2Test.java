package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customers;
import org.tierline.customer.StoredCustomers;
import org.tierline.platform.TestDatabase;

class JpaTicketsOnH2Test extends TicketsContract {

  @Override
  protected <T> T inTransaction(BiFunction<Tickets, Customers, T> work) {
    return TestDatabase.h2()
        .inTransaction(em -> work.apply(new JpaTickets(em), StoredCustomers.in(em)));
  }

  /** Else a page of a list would ask once more for each ticket on it. */
  @Test
  void aPageComesWithItsHistoriesInTwoStatements() {
    String word = "w" + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      open(word, "x");
    }
    var query =
        new TicketQuery(
            Optional.empty(),
            Optional.of(word),
            TicketQuery.Whose.ANYBODYS,
            TicketQuery.Order.NEWEST_FIRST,
            0,
            10);

    TestDatabase.h2()
        .doInTransaction(
            em -> {
              Statistics statistics =
                  em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
              statistics.setStatisticsEnabled(true);
              long before = statistics.getPrepareStatementCount();

              List<Ticket> page = new JpaTickets(em).search(query);

              assertThat(page)
                  .hasSize(3)
                  .allSatisfy(ticket -> assertThat(ticket.history()).isNotEmpty());
              assertThat(statistics.getPrepareStatementCount() - before).isEqualTo(2);
            });
  }
}
