package org.tierline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierline.container.BesideTheDesk.bean;
import static org.tierline.container.BesideTheDesk.engine;

import jakarta.transaction.UserTransaction;
import org.camunda.bpm.engine.runtime.Job;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/** Tickets and their processes lie in one database and change in one transaction. */
@InContainerTest
class OneTransactionIT {

  @Deployment
  static WebArchive besideTheDesk() {
    return BesideTheDesk.archive();
  }

  @Test
  void aTicketComesWithItsProcess() {
    Situation ticket = Situation.aTicket("How do I export my data?");

    assertThat(ticket.processes()).isEqualTo(1);
  }

  @Test
  void whenTheCallerChangesItsMindNeitherIsThere() throws Exception {
    var transaction = BesideTheDesk.lookUp("java:comp/UserTransaction", UserTransaction.class);
    transaction.begin();
    Situation ticket = Situation.aTicket("How do I export my data?");
    assertThat(ticket.processes()).isEqualTo(1);

    transaction.rollback();

    assertThat(bean(Tickets.class).find(ticket.number())).isEmpty();
    assertThat(ticket.processes()).isZero();
  }

  @Test
  void whenTheEngineCannotStoreTheProcessThereIsNoTicket() {
    TicketNumber next = new TicketNumber(bean(Tickets.class).nextNumber().value() + 1);
    EmailAddress customer = Situation.aCustomer();

    var obstacle =
        new BesideTheDesk.Obstacle(
            "ACT_HI_PROCINST", "BUSINESS_KEY_ is null or BUSINESS_KEY_ <> '" + next.value() + "'");
    try {
      assertThatThrownBy(
              () -> bean(OpenTicket.class).open(Situation.request(customer, "How do I export?")))
          .isNotNull();
    } finally {
      obstacle.remove();
    }

    assertThat(bean(Tickets.class).find(next)).isEmpty();
    // a statement kept for reuse must not bring along what it was to store then
    Ticket later = bean(OpenTicket.class).open(Situation.request(customer, "How do I export?"));
    assertThat(later.number().value()).isGreaterThan(next.value());
  }

  /** The service task's EJB has changed the ticket and the engine has moved on; then it fails. */
  @Test
  void whenAServiceTaskFailsTicketAndProcessStayWhereTheyWere() {
    EmailAddress unlucky = Situation.aCustomer();

    try (var obstacle = BesideTheDesk.Obstacle.againstMailTo(unlucky)) {
      Situation ticket = Situation.aTicketFrom(unlucky, "How do I export my data?");
      Job job =
          ticket.awaitJob("Task_AcknowledgeTicket", failed -> failed.getExceptionMessage() != null);

      assertThat(ticket.history()).doesNotContain(HistoryKind.ACKNOWLEDGED);
      assertThat(ticket.processes()).isEqualTo(1);

      obstacle.remove();
      engine().getManagementService().executeJob(job.getId());
      ticket.awaitWork();
      assertThat(ticket.history()).containsOnlyOnce(HistoryKind.ACKNOWLEDGED);
    }
  }
}
