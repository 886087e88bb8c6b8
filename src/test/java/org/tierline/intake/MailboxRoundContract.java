package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.transactions.DatabaseTransactions;

/** Several mailboxes, several nodes, one database. */
abstract class MailboxRoundContract {

  private final TestDatabase database;
  private final TestClock clock = new TestClock();
  private final RecordedFacts facts = new RecordedFacts();
  private final MailboxInMemory mailbox = new MailboxInMemory();
  private final MailboxInMemory another = new MailboxInMemory();

  MailboxRoundContract(TestDatabase database) {
    this.database = database;
  }

  /** A node with connections and memory of its own. */
  private MailboxRound node(MailboxInMemory itsMailbox) {
    var transactions = new DatabaseTransactions(database);
    EntityManager em = transactions.entityManager();
    return new MailboxRound(
        itsMailbox,
        StoredMails.in(em),
        new MailboxLeases(em),
        new MailboxBeginnings(em),
        transactions,
        facts,
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
  void aNodeThatSleptThroughTheLossOfItsLeaseCommitsNothing() {
    MailboxRound sleeper = node(mailbox);
    sleeper.look();
    mailbox.deliver("Subject: one\n\nbody\n");
    mailbox.duringFetch =
        () -> {
          mailbox.duringFetch = () -> {};
          letLeasesExpire();
          assertThat(node(mailbox).look()).isEqualTo(1);
        };

    assertThat(sleeper.look()).isZero();

    assertThat(storedMails(mailbox)).isEqualTo(1);
    assertThat(sleeper.status().isHealthy()).isTrue();
  }

  @Test
  void whatANodeFailedToFetchBeforeItLostTheLeaseIsForgotten() {
    MailboxRound sleeper = node(mailbox);
    long uid = mailbox.deliver("Subject: one\n\nbody\n");
    mailbox.unfetchable.add(uid);
    mailbox.duringFetch =
        () -> {
          letLeasesExpire();
          database.doInTransaction(
              em ->
                  em.createNativeQuery(
                          "update mailbox_lease set holder = 'other', fence = fence + 1")
                      .executeUpdate());
        };

    sleeper.look();

    assertThat(storedMails(mailbox)).isZero();
  }

  /** Nodes that all believe they may read: the election is switched off on purpose. */
  @Test
  void readByManyAtOnceEveryMailHasOneRow() throws Exception {
    int mails = 200;
    for (int i = 0; i < mails; i++) {
      mailbox.deliver("Subject: " + i + "\n\nbody\n");
    }
    node(mailbox); // the lease exists
    var transactions = new DatabaseTransactions(database);
    var everybody = new MailboxLeases(transactions.entityManager());
    transactions.inNew(() -> everybody.hold(mailbox.name()));

    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> look = () -> nodeThatBelievesItMayRead().look();
      for (Future<Integer> result : nodes.invokeAll(List.of(look, look, look))) {
        result.get(60, TimeUnit.SECONDS);
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(storedMails(mailbox)).isEqualTo(mails);
  }

  private MailboxRound nodeThatBelievesItMayRead() {
    var transactions = new DatabaseTransactions(database);
    EntityManager em = transactions.entityManager();
    var leases =
        new MailboxLeases(em) {
          @Override
          public java.util.Optional<Lease> hold(String name) {
            return java.util.Optional.of(new Lease(name, 0));
          }

          @Override
          public void demand(Lease lease) {
            em.flush();
          }
        };
    return new MailboxRound(
        mailbox, StoredMails.in(em), leases, new MailboxBeginnings(em), transactions, facts, clock);
  }

  @Test
  void anotherNodeGoesOnAtOnceWhenOneStops() {
    MailboxRound stopping = node(mailbox);
    MailboxRound other = node(mailbox);
    stopping.look();
    mailbox.deliver("Subject: next\n\nbody\n");
    assertThat(other.look()).isZero();

    stopping.release();

    assertThat(other.look()).isEqualTo(1);
  }

  @Test
  void noNodeTriesARefusedMailboxBeforeItsPauseIsOver() {
    mailbox.refused = true;
    node(mailbox).look();
    letLeasesExpire();

    node(mailbox).look();

    assertThat(mailbox.visits).isEqualTo(1);
  }

  @Test
  void aFailingMailboxHurtsNoOther() {
    mailbox.refused = true;
    another.deliver("Subject: fine\n\nbody\n");

    assertThat(node(mailbox).look()).isZero();
    assertThat(node(another).look()).isEqualTo(1);
  }

  @Test
  void theStaffIsToldOnceThatAMailboxRefusesUsAndAgainAfterItWorked() {
    MailboxRound round = node(mailbox);
    mailbox.refused = true;
    round.look();
    clock.pass(Duration.ofMinutes(5));
    round.look();
    assertThat(facts.ofType(MailboxFailed.class)).hasSize(1);

    mailbox.refused = false;
    clock.pass(Duration.ofMinutes(5));
    round.look();
    mailbox.refused = true;
    round.look();

    assertThat(facts.ofType(MailboxFailed.class)).hasSize(2);
  }

  @Test
  void aMailServerThatIsAwayForAMomentAlarmsNobody() {
    MailboxRound round = node(mailbox);
    mailbox.unreachable = true;
    for (int i = 0; i < 20; i++) {
      round.look();
      clock.pass(Duration.ofSeconds(5));
    }
    assertThat(facts.ofType(MailboxFailed.class)).isEmpty();

    clock.pass(Duration.ofMinutes(2));
    round.look();

    assertThat(facts.ofType(MailboxFailed.class))
        .singleElement()
        .satisfies(fact -> assertThat(fact.problem()).contains("connection reset"));
  }

  @Test
  void aMailServerThatStumblesForAQuarterOfAnHourCostsNoMail() {
    MailboxRound round = node(mailbox);
    long stuck = mailbox.deliver("Subject: stuck\n\nbody\n");
    mailbox.unfetchable.add(stuck);
    for (int i = 0; i < 180; i++) {
      round.look();
      clock.pass(Duration.ofSeconds(5));
    }
    assertThat(mail(stuck).state()).isEqualTo(MailState.UNFETCHED);

    mailbox.unfetchable.clear();
    clock.pass(Duration.ofMinutes(5));

    assertThat(round.look()).isEqualTo(1);
    assertThat(mail(stuck).state()).isEqualTo(MailState.RECEIVED);
    assertThat(mail(stuck).attempts()).isZero();
  }

  @Test
  void aMailThatIsNotHandedOverIsAskedForMoreAndMoreRarelyWhileOthersCome() {
    MailboxRound round = node(mailbox);
    mailbox.unfetchable.add(mailbox.deliver("Subject: stuck\n\nbody\n"));
    int[] asked = {0};
    mailbox.duringFetch = () -> asked[0]++;
    for (int i = 0; i < 60; i++) {
      round.look();
      clock.pass(Duration.ofSeconds(5));
    }

    assertThat(asked[0]).as("at 0, 5, 15, 35, 75 and 155 seconds").isEqualTo(6);
    mailbox.deliver("Subject: next\n\nbody\n");
    assertThat(round.look()).isEqualTo(1);
  }

  @Test
  void aMailThatIsNeverHandedOverWaitsForAPersonAfterHours() {
    MailboxRound round = node(mailbox);
    long stuck = mailbox.deliver("Subject: stuck\n\nbody\n");
    mailbox.unfetchable.add(stuck);
    round.look();
    clock.pass(Duration.ofHours(8));
    round.look();
    assertThat(mail(stuck).state()).as("the desk was closed").isEqualTo(MailState.UNFETCHED);

    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofMinutes(5));
      round.look();
    }

    assertThat(mail(stuck).state()).isEqualTo(MailState.QUARANTINED);
    assertThat(mail(stuck).reason().orElseThrow()).contains("does not hand it over");
  }

  private ReceivedMail mail(long uid) {
    return database.inTransaction(
        em ->
            StoredMails.in(em)
                .find(new MailboxPosition(mailbox.name(), mailbox.uidValidity, uid))
                .orElseThrow());
  }

  private long storedMails(MailboxInMemory of) {
    return database.inTransaction(
        em ->
            em.createQuery(
                    "select count(m) from ReceivedMail m where m.position.mailbox = :mailbox",
                    Long.class)
                .setParameter("mailbox", of.name())
                .getSingleResult());
  }

  private void letLeasesExpire() {
    database.doInTransaction(
        em ->
            em.createNativeQuery(
                    "update mailbox_lease set held_until = current_timestamp - interval '1' second")
                .executeUpdate());
  }
}
