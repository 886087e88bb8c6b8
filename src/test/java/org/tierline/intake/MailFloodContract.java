package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailId;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketOpened;

/** Whoever writes more than people can, finds the rest in one place. */
abstract class MailFloodContract extends MailDeskContract {

  MailFloodContract(TestDatabase database) {
    super(database);
  }

  @Test
  void theSameWordsOnceMoreAreTheSameRequestForADay() {
    desk.mailbox.deliver(aMail("Still away", "I am at the beach."));
    desk.mailbox.deliver(aMail("Still away", "I am at the beach."));
    desk.mailbox.deliver(aMail("Still away", "I am in the mountains."));
    desk.poll();
    desk.clock.pass(Duration.ofHours(25));
    desk.mailbox.deliver(aMail("Still away", "I am at the beach."));
    desk.poll();

    assertThat(states())
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.APPENDED,
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED);
  }

  @Test
  void whoOpensTooManyTicketsFindsTheRestCollectedInTheLast() {
    for (int i = 1; i <= 23; i++) {
      desk.mailbox.deliver(aMail("Alert " + i, "number " + i));
    }
    desk.poll();
    desk.mailbox.deliver(aMail("Mine", "x").replace(customer, "other." + customer));
    desk.poll();

    List<ReceivedMail> mails = desk.mails();
    assertThat(desk.facts.ofType(TicketOpened.class)).hasSize(21);
    assertThat(mails.subList(20, 23))
        .allSatisfy(
            mail -> {
              assertThat(mail.state()).isEqualTo(MailState.APPENDED);
              assertThat(mail.ticket()).isEqualTo(mails.get(19).ticket());
            });
    assertThat(desk.facts.ofType(CustomerWrote.class)).isEmpty();
    TicketId last = mails.get(19).ticket().orElseThrow();
    assertThat(
            desk.transactions.inNew(
                () -> desk.tickets.get(last).messages().stream().map(Message::text).toList()))
        .containsExactly("number 20", "number 21", "number 22", "number 23");
    assertThat(
            desk.transactions.inNew(
                () -> desk.tickets.get(last).history().stream().map(HistoryEntry::kind).toList()))
        .containsOnlyOnce(HistoryKind.COLLECTING);

    desk.clock.pass(Duration.ofHours(1));
    desk.mailbox.deliver(aMail("Alert 24", "number 24"));
    desk.poll();
    assertThat(desk.mails().get(24).state()).isEqualTo(MailState.TICKET_CREATED);
  }

  /** A program that answers and answers. */
  @Test
  void whoAnswersTooOftenWithinTheHourWakesNobodyAnyMore() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);
    for (int i = 1; i <= 32; i++) {
      desk.mailbox.deliver(aMail("Re: hello", "answer " + i, ours));
    }
    desk.poll();

    assertThat(states().subList(1, 33)).containsOnly(MailState.APPENDED);
    assertThat(this.<Integer>inTicket(ticket -> ticket.messages().size())).isEqualTo(33);
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(30);

    desk.clock.pass(Duration.ofHours(1).plusMinutes(1));
    desk.mailbox.deliver(aMail("Re: hello", "answer 33", ours));
    desk.poll();
    assertThat(desk.facts.ofType(CustomerWrote.class)).hasSize(31);
  }

  /** Who hides behind many addresses of one domain opens no more than it may. */
  @Test
  void whatADomainSendsBeyondItsLimitIsCollectedWithItsSenderOrWaitsForAPerson() {
    var strict = new IntakeDesk(database, new IntakeLimits(20, 3, 30));
    String domain = "@" + UUID.randomUUID() + ".example";
    List<String> senders = List.of("a", "b", "c", "d", "a");
    for (int i = 0; i < senders.size(); i++) {
      strict.mailbox.deliver(
          aMail("Alert " + i, "number " + i).replace(customer, senders.get(i) + domain));
    }
    strict.mailbox.deliver(aMail("Mine", "x"));
    strict.poll();

    assertThat(strict.mails())
        .extracting(ReceivedMail::state)
        .containsExactly(
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.TICKET_CREATED,
            MailState.QUARANTINED,
            MailState.APPENDED,
            MailState.TICKET_CREATED);
    assertThat(strict.mails().get(4).ticket())
        .as("their own, not a neighbour's")
        .isEqualTo(strict.mails().get(0).ticket());

    strict.clock.pass(Duration.ofHours(1));
    strict.mailbox.deliver(aMail("Alert 9", "number 9").replace(customer, "d" + domain));
    strict.poll();
    assertThat(strict.mails().get(6).state()).isEqualTo(MailState.TICKET_CREATED);
  }

  /** Counting and acting is one thing, on however many nodes. */
  @Test
  void twoNodesTogetherKeepToTheLimitOfOneSender() throws Exception {
    var other = new IntakeDesk(database);
    desk.mailbox.deliver(aMail("Alert 0", "number 0"));
    desk.poll();
    for (int i = 1; i <= 30; i++) {
      desk.mailbox.deliver(aMail("Alert " + i, "number " + i));
    }
    desk.collectMail.collect();

    ExecutorService nodes = Executors.newFixedThreadPool(2);
    List<Future<Integer>> rounds =
        nodes.invokeAll(List.of(takeInMail::takeInWaiting, other.takeInMail::takeInWaiting));
    for (Future<Integer> round : rounds) {
      round.get(1, TimeUnit.MINUTES);
    }
    nodes.shutdown();

    assertThat(states())
        .doesNotContain(MailState.RECEIVED)
        .filteredOn(MailState.TICKET_CREATED::equals)
        .hasSize(20);
  }
}
