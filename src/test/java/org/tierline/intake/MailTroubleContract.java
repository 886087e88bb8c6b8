package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.TicketOpened;

/**
 * Crashes, dying servers, mailboxes that fail and mails made to harm: nothing is lost, and no other
 * mail waits.
 */
abstract class MailTroubleContract extends MailDeskContract {

  MailTroubleContract(TestDatabase database) {
    super(database);
  }

  @Test
  void aCrashBeforeTheMailIsFlaggedNeitherLosesNorDoublesIt() {
    mailbox.deliver(aMail("Crash", "between commit and flag"));
    mailbox.breaksBeforeSeen = true;
    collectMail.collect();
    mailbox.breaksBeforeSeen = false;
    clock.pass(Duration.ofMinutes(10));

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aCrashWhileTheTicketIsOpenedLeavesTheMailToTheNextAttempt() {
    mailbox.deliver(aMail("Crash", "inside"));
    boolean[] crashes = {true};
    facts.on(
        TicketOpened.class,
        fact -> {
          if (crashes[0]) {
            throw new IllegalStateException("the engine was not there");
          }
        });

    poll();
    assertThat(states()).containsExactly(MailState.RECEIVED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("the engine was not there");
    crashes[0] = false;
    letLeasesExpire();
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aMailThatAlwaysFailsIsSetAsideAfterThreeTimesAndTheOthersPass() {
    mailbox.deliver(aMail("Good 1", "x"));
    mailbox.deliver(aMail("Poison", "x"));
    mailbox.deliver(aMail("Good 2", "x"));
    facts.on(
        TicketOpened.class,
        fact -> {
          if (tickets.get(fact.ticket()).subject().equals("Poison")) {
            throw new IllegalStateException("poison");
          }
        });

    for (int i = 0; i < 4; i++) {
      poll();
      letLeasesExpire();
    }

    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(1).reason().orElseThrow()).contains("poison");
    assertThat(mails().get(1).attempts()).isEqualTo(3);
  }

  /** Nothing of such an attempt is left but that it was begun. */
  @Test
  void aMailTheServerDiesOfIsSetAsideAfterThreeTimes() {
    mailbox.deliver(aMail("Deadly", "x"));
    collectMail.collect();
    for (int i = 0; i < 3; i++) {
      assertThat(claimed()).isPresent();
      letLeasesExpire();
    }

    poll();

    assertThat(states()).containsExactly(MailState.QUARANTINED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("did not survive");
  }

  private Optional<ReceivedMail> claimed() {
    return transactions.inNew(() -> StoredMails.in(transactions.entityManager()).claim());
  }

  @Test
  void aMailThatTakesAllMemoryIsSetAsideAndTheOthersPass() {
    mailbox.deliver(aMail("Huge", "x"));
    mailbox.deliver(aMail("Small", "x"));
    facts.on(
        TicketOpened.class,
        fact -> {
          if (tickets.get(fact.ticket()).subject().equals("Huge")) {
            throw new OutOfMemoryError("Java heap space");
          }
        });

    for (int i = 0; i < 3; i++) {
      poll();
      letLeasesExpire();
    }

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("OutOfMemoryError");
  }

  @Test
  void troubleOfTheDatabaseIsNotCountedAgainstTheMail() {
    mailbox.deliver(aMail("Innocent", "x"));
    boolean[] away = {true};
    facts.on(
        TicketOpened.class,
        fact -> {
          if (away[0]) {
            throw new PersistenceException("the database was not there");
          }
        });
    for (int i = 0; i < 5; i++) {
      poll();
      letLeasesExpire();
    }
    assertThat(mails().get(0).attempts()).isZero();
    assertThat(mails().get(0).excuses()).isEqualTo(5);

    away[0] = false;
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aMailTheServerWillNotHandOverHoldsUpNoOther() {
    mailbox.deliver(aMail("Good 1", "x"));
    long stuck = mailbox.deliver(aMail("Stuck", "x"));
    mailbox.deliver(aMail("Good 2", "x"));
    mailbox.unfetchable.add(stuck);

    poll();
    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.UNFETCHED, MailState.TICKET_CREATED);
    mailbox.unfetchable.clear();
    clock.pass(Duration.ofSeconds(5));
    poll();

    assertThat(states()).hasSize(3).containsOnly(MailState.TICKET_CREATED);
  }

  @Test
  void aMailThatBreaksTheConnectionEveryTimeEndsInQuarantine() {
    long deadly = mailbox.deliver(aMail("Deadly", "x"));
    mailbox.deliver(aMail("Behind it", "x"));
    mailbox.deadly.add(deadly);

    for (int i = 0; i < 6; i++) {
      poll();
      clock.pass(Duration.ofHours(1));
    }

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
  }

  /** Its sender makes a rule begin anew at every word, which takes half a minute. */
  @Test
  void aMailMadeToKeepARuleBusyEndsInQuarantineAndHoldsUpNoOther() {
    mailbox.deliver(
        aMail("Busy", "x")
            .replace("Carla Customer", "mdaemon ".repeat(30_000) + "=?utf-8?q?=E2=80=A8?="));
    mailbox.deliver(aMail("Behind it", "x"));
    desk.duringReading = () -> clock.pass(Duration.ofMillis(10));

    poll();

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason()).contains("Reading it takes longer than 10 seconds");
  }

  @Test
  void aMailTheLibraryTripsOverEndsInQuarantineAndHoldsUpNoOther() {
    long baffling = mailbox.deliver(aMail("Baffling", "x"));
    mailbox.deliver(aMail("Behind it", "x"));
    mailbox.baffling.add(baffling);

    poll();
    assertThat(states()).containsExactly(MailState.UNFETCHED, MailState.TICKET_CREATED);
    for (int i = 0; i < 4; i++) {
      clock.pass(Duration.ofHours(1));
      poll();
    }

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThat(mails().get(0).reason().orElseThrow()).contains("IndexOutOfBoundsException");
  }

  @Test
  void anUnreachableMailboxIsTriedMoreAndMoreRarelyAndReported() {
    mailbox.unreachable = true;
    collectMail.collect();
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(1);
    assertThat(collectMail.statuses().get(0).isHealthy()).isFalse();

    clock.pass(Duration.ofSeconds(2));
    collectMail.collect();
    clock.pass(Duration.ofSeconds(2));
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(2);

    mailbox.unreachable = false;
    clock.pass(Duration.ofSeconds(2));
    collectMail.collect();
    assertThat(collectMail.statuses().get(0).isHealthy()).isTrue();
    assertThat(collectMail.statuses().get(0).lastRead()).contains(clock.instant());
  }

  @Test
  void aRefusedPasswordIsNotTriedEveryFewSeconds() {
    mailbox.refused = true;
    collectMail.collect();
    clock.pass(Duration.ofMinutes(4));
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(1);

    clock.pass(Duration.ofMinutes(1));
    collectMail.collect();
    assertThat(mailbox.visits).isEqualTo(2);
  }

  @Test
  void onlyOneNodeReadsAMailbox() {
    CollectMail elsewhere = desk.collector();
    mailbox.deliver(aMail("Elect", "x"));

    assertThat(collectMail.collect()).isEqualTo(1);
    assertThat(elsewhere.collect()).isZero();
    assertThat(mailbox.visits).isEqualTo(1);
  }
}
