package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.notification.NotificationDesk.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.CARLA_MAIL;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.platform.RecordedLog;
import org.tierline.platform.TestClock;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailSent;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.ticket.CustomerReminded;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;

/** What becomes of a mail that cannot be delivered. */
class NoteUndeliverableTest {

  private final NotificationDesk desk = new NotificationDesk();
  private final InMemoryTickets tickets = desk.tickets;
  private final InMemoryCustomers customers = desk.customers;
  private final OutboxInMemory outbox = desk.outbox;
  private final TellCustomer tellCustomer = desk.tellCustomer;
  private final TellStaff tellStaff = desk.tellStaff;
  private final Customer customer = desk.customer;
  private final Ticket ticket = desk.ticket;
  private final NoteUndeliverable noteUndeliverable =
      new NoteUndeliverable(tickets, customers, new TestClock());

  @Test
  void aMailThatCannotBeDeliveredIsNotedInTheTicket() {
    undeliverable(Audience.CUSTOMER);

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.kind()).isEqualTo(HistoryKind.UNDELIVERED);
    assertThat(last.what()).contains(CARLA_MAIL.value());
    assertThat(last.why()).contains("550 no such user");
  }

  @Test
  void theLogNamesTheTicketOfAMailThatCannotBeDelivered() {
    try (var log = RecordedLog.of(NoteUndeliverable.class)) {
      undeliverable(Audience.CUSTOMER);

      assertThat(log.lines())
          .containsExactly(ticket.number() + " a mail to the customer could not be delivered");
    }
  }

  @Test
  void theOwnerHearsThatAMailToTheCustomerDidNotArrive() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    undeliverable(Audience.CUSTOMER);

    assertThat(desk.onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(desk.onlyMail().audience()).isEqualTo(Audience.STAFF);
    assertThat(desk.onlyMail().text())
        .contains("did not reach the customer", CARLA_MAIL.value(), "550 no such user");
  }

  @Test
  void ofAMailToStaffThatCannotBeDeliveredNobodyIsToldByMail() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    undeliverable(Audience.STAFF);

    assertThat(outbox.mails()).isEmpty();
    assertThat(customer.mailFailsSince()).isEmpty();
  }

  @Test
  void whereMailsComeBackOnlyPeopleGoOnWriting() {
    undeliverable(Audience.CUSTOMER);
    assertThat(customer.mailFailsSince()).contains(MONDAY_9AM);

    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    assertThat(outbox.mails()).isEmpty();
    Message reply = desk.write(Purpose.REPLY, "Do you get this?");
    tellCustomer.passOn(new MessageWritten(ticket.id(), reply.id(), Purpose.REPLY));
    assertThat(outbox.mails()).hasSize(1);

    customer.wroteByMail();
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    assertThat(outbox.mails()).hasSize(2);
  }

  /** A mail server that has nothing against the customer refuses everything for some minutes. */
  @Test
  void aRefusalThatIsNotAboutTheAddressIsNotedButSilencesNobody() {
    undeliverable(Audience.CUSTOMER, "550 5.7.1 relaying denied", false);

    assertThat(ticket.history().get(ticket.history().size() - 1).why())
        .contains("550 5.7.1 relaying denied");
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    assertThat(outbox.mails()).hasSize(1);
  }

  @Test
  void aMailThatGetsThroughEndsTheSilence() {
    undeliverable(Audience.CUSTOMER);

    noteUndeliverable.noteSent(new MailSent(Audience.CUSTOMER, CARLA_MAIL));

    assertThat(customer.mailFailsSince()).isEmpty();
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    assertThat(outbox.mails()).hasSize(1);
  }

  private void undeliverable(Audience audience) {
    undeliverable(audience, "550 no such user", true);
  }

  private void undeliverable(Audience audience, String reason, boolean badAddress) {
    var fact =
        new MailUndeliverable(
            Optional.of(ticket.id().value()),
            audience,
            CARLA_MAIL,
            new HeaderText("x"),
            reason,
            badAddress);
    noteUndeliverable.note(fact);
    tellStaff.tellOfUndeliverable(fact);
  }
}
