package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.TicketOpened;

/**
 * A mail that comes again, by whatever way, is taken once; another mail under its name is not it.
 */
abstract class SameMailContract extends MailDeskContract {

  SameMailContract(TestDatabase database) {
    super(database);
  }

  @Test
  void theSameMailBySecondDeliveryIsADuplicate() {
    String mail = aMail("Twice", "by two roads");
    mailbox.deliver("Received: from a.example\n" + mail);
    mailbox.deliver("Received: from b.example\n" + mail);

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.DUPLICATE);
    assertThat(facts.ofType(TicketOpened.class)).hasSize(1);
  }

  @Test
  void theSameMailToTwoMailboxesIsOneTicket() {
    var other = new IntakeDesk(database);
    String mail = aMail("Twice", "to two addresses");
    mailbox.deliver(mail);
    other.mailbox.deliver(mail);

    poll();
    other.poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(other.mails()).extracting(ReceivedMail::state).containsExactly(MailState.DUPLICATE);
  }

  @Test
  void whereEachMailboxIsADeskOfItsOwnTheSameMailIsOneTicketInEach() {
    var here = new IntakeDesk(database, SameMail.ONCE_PER_MAILBOX);
    var there = new IntakeDesk(database, SameMail.ONCE_PER_MAILBOX);
    String mail = aMail("Twice", "to two addresses");
    for (IntakeDesk each : List.of(here, there)) {
      each.mailbox.deliver("Received: from a.example\n" + mail);
      each.mailbox.deliver("Received: from b.example\n" + mail);
      each.poll();
    }

    for (IntakeDesk each : List.of(here, there)) {
      assertThat(each.mails())
          .extracting(ReceivedMail::state)
          .containsExactly(MailState.TICKET_CREATED, MailState.DUPLICATE);
    }
    assertThat(here.mails().get(0).ticket()).isNotEqualTo(there.mails().get(0).ticket());
  }

  @Test
  void aReusedMessageIdWithOtherContentIsAnotherMail() {
    String mail = aMail("First", "one");
    mailbox.deliver(mail);
    mailbox.deliver(mail.replace("one", "two"));

    poll();

    assertThat(states()).containsOnly(MailState.TICKET_CREATED);
    assertThat(facts.ofType(TicketOpened.class)).hasSize(2);
  }

  @Test
  void aMailboxThatForgotItsNumbersBringsNothingNew() {
    mailbox.deliver(aMail("Old", "mail"));
    mailbox.deliver(aMail("Older", "mail"));
    poll();

    mailbox.forgetUids();
    poll();

    assertThat(states())
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.DUPLICATE,
            MailState.DUPLICATE);
  }

  @Test
  void whatWasNeverHandedOverByItsOldNumberComesByTheNewOne() {
    long stuck = mailbox.deliver(aMail("Stuck", "x"));
    mailbox.unfetchable.add(stuck);
    poll();

    mailbox.forgetUids();
    poll();

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("numbered its mails anew");
    assertThat(transactions.inNew(quarantine::size)).isEqualTo(1);
  }

  @Test
  void whatIsInQuarantineOrWasDiscardedComesBackToNobody() {
    mailbox.deliver("Subject: unread\n\nno sender\n");
    mailbox.deliver("Subject: spam\n\nno sender\n");
    mailbox.deliver(nestedTooDeep());
    poll();
    raiseAlarm();
    inQuarantine(() -> quarantine.discard(mails().get(1).id(), "lena", "An advertisement"));

    mailbox.forgetUids();
    poll();
    raiseAlarm();

    assertThat(states().subList(3, 6)).containsOnly(MailState.DUPLICATE);
    assertThat(mails().get(4).reason().orElseThrow())
        .contains("quarantined before", mails().get(1).id().toString());
    assertThat(facts.ofType(MailsQuarantined.class)).hasSize(1);
    assertThat(transactions.inNew(quarantine::size)).isEqualTo(2);
  }

  private String nestedTooDeep() {
    var mail = new StringBuilder("From: " + customer + "\n");
    for (int i = 0; i < 40; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.toString();
  }
}
