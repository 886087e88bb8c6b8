package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.transactions.DatabaseTransactions;

/** A mailbox people have used for years becomes the desk's. */
abstract class MailboxBeginningContract {

  private static final Instant LAST_YEAR = Instant.parse("2025-06-01T12:00:00Z");
  private static final Instant LAST_MONTH = Instant.parse("2026-10-20T12:00:00Z");

  private final TestDatabase database;
  private final TestClock clock = new TestClock();
  private final MailboxInMemory mailbox = new MailboxInMemory();
  private final MailboxRound round;

  MailboxBeginningContract(TestDatabase database) {
    this.database = database;
    this.round = node();
  }

  private MailboxRound node() {
    var transactions = new DatabaseTransactions(database);
    EntityManager em = transactions.entityManager();
    return new MailboxRound(
        mailbox,
        StoredMails.in(em),
        new MailboxLeases(em),
        new MailboxBeginnings(em),
        transactions,
        new RecordedFacts(),
        clock);
  }

  @AfterEach
  void leaveNothingToOthers() {
    database.doInTransaction(
        em -> {
          em.createQuery("delete from ReceivedMail").executeUpdate();
        });
  }

  @Test
  void theArchiveOfAMailboxIsLeftUntouched() {
    mailbox.deliver("Subject: old\n\nbody\n", LAST_YEAR);
    mailbox.deliver(
        "Subject: older than a day\n\nbody\n", clock.instant().minus(Duration.ofHours(25)));
    long recent =
        mailbox.deliver("Subject: recent\n\nbody\n", clock.instant().minus(Duration.ofHours(23)));

    round.look();

    assertThat(stored()).containsExactly(recent);
    assertThat(mailbox.seen).containsExactly(recent);
    assertThat(round.status().remark().orElseThrow())
        .contains("2 mails from before 2026-11-22", "tierline.mail.imap.since");
    long next = mailbox.deliver("Subject: next\n\nbody\n");
    round.look();
    assertThat(stored()).containsExactly(recent, next);
  }

  @Test
  void aMailboxWithoutAnArchiveHasNothingToRemark() {
    mailbox.deliver("Subject: new\n\nbody\n");

    round.look();

    assertThat(round.status().remark()).isEmpty();
  }

  @Test
  void whatIsNewIsTakenEvenWhereItLiesBetweenOldMails() {
    long recent = mailbox.deliver("Subject: recent\n\nbody\n");
    mailbox.deliver("Subject: moved here from a folder\n\nbody\n", LAST_YEAR);
    mailbox.unfetchable.add(recent);

    round.look();
    mailbox.unfetchable.clear();
    clock.pass(Duration.ofMinutes(1));
    round.look();

    assertThat(mailbox.seen).containsExactly(recent);
  }

  @Test
  void whatSomebodyMovesIntoTheMailboxLaterIsMeantForTheDesk() {
    round.look();

    long moved = mailbox.deliver("Subject: from a colleague's folder\n\nbody\n", LAST_YEAR);
    round.look();

    assertThat(stored()).containsExactly(moved);
  }

  @Test
  void theDateIsForWhoeverSetsTheMailboxUp() {
    mailbox.since = Optional.of(LAST_MONTH);
    mailbox.deliver("Subject: old\n\nbody\n", LAST_YEAR);
    long inTime = mailbox.deliver("Subject: in time\n\nbody\n", LAST_MONTH);

    round.look();

    assertThat(stored()).containsExactly(inTime);
  }

  @Test
  void anEarlierDateTakesInWhatWasLeft() {
    mailbox.deliver("Subject: old\n\nbody\n", LAST_YEAR);
    long lastMonth = mailbox.deliver("Subject: last month\n\nbody\n", LAST_MONTH);
    long recent = mailbox.deliver("Subject: recent\n\nbody\n");
    round.look();
    assertThat(stored()).containsExactly(recent);

    mailbox.since = Optional.of(LAST_MONTH);
    round.look();

    assertThat(stored()).containsExactly(lastMonth, recent);
    assertThat(round.status().remark().orElseThrow()).contains("1 mails from before 2026-10-20");
    round.look();
    assertThat(stored()).hasSize(2);
  }

  @Test
  void newNumbersMakeOldMailsNoNewer() {
    mailbox.deliver("Subject: old\n\nbody\n", LAST_YEAR);
    mailbox.deliver("Subject: recent\n\nbody\n");
    round.look();
    clock.pass(Duration.ofDays(100));

    mailbox.forgetUids();
    round.look();

    assertThat(stored()).hasSize(2);
    assertThat(mailbox.seen).as("the recent one, by each of its numbers").hasSize(2);
  }

  @Test
  void anotherNodeLeavesTheSameMails() {
    mailbox.deliver("Subject: two days ago\n\nbody\n", clock.instant().minus(Duration.ofDays(2)));
    round.look();
    round.release();
    clock.pass(Duration.ofDays(3));
    long next =
        mailbox.deliver("Subject: next\n\nbody\n", clock.instant().minus(Duration.ofDays(2)));

    node().look();

    assertThat(stored()).containsExactly(next);
  }

  @Test
  void aMailboxReadBeforeThereWasADateIsReadAsBefore() {
    database.doInTransaction(
        em -> {
          em.persist(new MailboxBeginning(mailbox.name(), Instant.EPOCH));
        });
    long old = mailbox.deliver("Subject: old\n\nbody\n", LAST_YEAR);

    round.look();

    assertThat(stored()).containsExactly(old);
  }

  private List<Long> stored() {
    return database.inTransaction(
        em ->
            em.createQuery(
                    "select m.position.uid from ReceivedMail m where m.position.mailbox = :mailbox"
                        + " and m.sha256 is not null order by m.position.uidValidity, m.position.uid",
                    Long.class)
                .setParameter("mailbox", mailbox.name())
                .getResultList());
  }
}
