package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.platform.mail.OutgoingMailFixture.CARLA;
import static org.tierline.platform.mail.OutgoingMailFixture.SUPPORT;
import static org.tierline.platform.mail.OutgoingMailFixture.aMail;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.outbox.Delivery;
import org.tierline.platform.outbox.DeliveryFailedException;
import org.tierline.platform.transactions.DatabaseTransactions;

/** What the outbox promises, and what becomes of mails nobody wants to take. */
abstract class OutboxContract {

  private final TestDatabase database;
  private final DatabaseTransactions transactions;
  private final TestClock clock = new TestClock();
  private final RecordedFacts facts = new RecordedFacts();
  private final StoredOutbox outbox;
  private final MailServerInMemory server = new MailServerInMemory();
  private final DeliverMail deliverMail;

  OutboxContract(TestDatabase database) {
    this.database = database;
    this.transactions = new DatabaseTransactions(database);
    this.outbox = new StoredOutbox(transactions.entityManager(), facts, clock);
    this.deliverMail = new DeliverMail(outbox, server, transactions, facts, clock);
  }

  /** Takes mails, or fails as told. */
  private static final class MailServerInMemory implements MailServer {
    private final List<OutgoingMail> taken = new ArrayList<>();
    private Optional<DeliveryFailedException.Kind> failure = Optional.empty();
    private String answer = "no: ";
    private boolean diesAfterTaking;
    private Optional<String> stumblesOver = Optional.empty();

    @Override
    public void send(OutgoingMail mail, Instant writtenAt) throws DeliveryFailedException {
      if (stumblesOver.filter(mail.subject().value()::equals).isPresent()) {
        throw new IllegalArgumentException("a bug");
      }
      if (failure.isPresent()) {
        throw new DeliveryFailedException(failure.get(), answer + failure.get(), null);
      }
      taken.add(mail);
      if (diesAfterTaking) {
        throw new Killed();
      }
    }

    private List<String> subjects() {
      return taken.stream().map(mail -> mail.subject().value()).toList();
    }
  }

  /** What becomes of a thread when its server goes down. */
  private static final class Killed extends Error {}

  @AfterEach
  void emptyTheOutbox() {
    database.doInTransaction(em -> em.createQuery("delete from OutboxMail").executeUpdate());
  }

  @Test
  void sendsAMailExactlyAsItWasPutIn() {
    OutgoingMail mail = aMail("[#5734] We have it");
    enqueue(mail);

    deliverMail.deliverDue();
    deliverMail.deliverDue();

    assertThat(server.taken).containsExactly(mail);
    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.SENT);
    assertThat(row(mail).delivery().sentAt()).contains(clock.instant());
    assertThat(facts.ofType(MailSent.class))
        .containsExactly(new MailSent(mail.audience(), mail.to()));
  }

  @Test
  void aMailOfARolledBackTransactionNeverLeaves() {
    try {
      transactions.inNew(
          () -> {
            outbox.enqueue(aMail("never"));
            throw new IllegalStateException("the work failed");
          });
    } catch (IllegalStateException expected) {
      deliverMail.deliverDue();
    }

    assertThat(server.taken).isEmpty();
  }

  @Test
  void whileTheServerIsDownMailsWaitLongerAndLongerAndThenLeaveOnceInOrder() {
    Optional<UUID> ticket = Optional.of(UUID.randomUUID());
    OutgoingMail first = aMail("first", ticket);
    enqueue(first);
    enqueue(aMail("second", ticket));
    server.failure = Optional.of(DeliveryFailedException.Kind.SERVER_DOWN);

    deliverMail.deliverDue();
    assertThat(row(first).delivery().nextAttemptAt())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    clock.pass(Duration.ofMinutes(1));
    deliverMail.deliverDue();
    assertThat(row(first).delivery().nextAttemptAt())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));

    server.failure = Optional.empty();
    deliverMail.deliverDue();
    assertThat(server.taken).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    deliverMail.deliverDue();

    assertThat(server.subjects()).containsExactly("first", "second");
    assertThat(row(first).delivery().attempts()).isEqualTo(3);
  }

  @Test
  void whatIsRefusedForGoodIsReportedOnceAndNotTriedAgain() {
    OutgoingMail mail = aMail("unwanted");
    enqueue(mail);
    server.failure = Optional.of(DeliveryFailedException.Kind.NEVER);

    deliverMail.deliverDue();
    clock.pass(Duration.ofDays(1));
    deliverMail.deliverDue();

    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.FAILED);
    assertThat(row(mail).delivery().attempts()).isEqualTo(1);
    assertThat(facts.ofType(MailUndeliverable.class))
        .containsExactly(
            new MailUndeliverable(
                mail.ticket(), mail.audience(), mail.to(), mail.subject(), "no: NEVER", false));
  }

  @ParameterizedTest
  @CsvSource({"550 5.1.1 unknown user, true", "550 5.7.1 relaying denied, false"})
  void onlyAWordAboutTheAddressIsHeldAgainstIt(String answer, boolean badAddress) {
    enqueue(aMail("unwanted"));
    server.failure = Optional.of(DeliveryFailedException.Kind.NEVER);
    server.answer = answer;

    deliverMail.deliverDue();

    assertThat(facts.ofType(MailUndeliverable.class))
        .extracting(MailUndeliverable::badAddress)
        .containsExactly(badAddress);
  }

  @Test
  void afterFiveDaysWeGiveUp() {
    OutgoingMail mail = aMail("unlucky");
    enqueue(mail);
    server.failure = Optional.of(DeliveryFailedException.Kind.NOT_NOW);

    deliverMail.deliverDue();
    clock.pass(Duration.ofDays(5));
    deliverMail.deliverDue();

    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.FAILED);
    assertThat(facts.ofType(MailUndeliverable.class)).hasSize(1);
  }

  @Test
  void whatAPersonHasTriedOnceMoreGetsItsDaysAgain() {
    OutgoingMail mail = aMail("unlucky");
    enqueue(mail);
    server.failure = Optional.of(DeliveryFailedException.Kind.NOT_NOW);
    clock.pass(Duration.ofDays(5));
    deliverMail.deliverDue();
    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.FAILED);

    transactions.inNew(() -> outbox.retry(row(mail).id()));
    deliverMail.deliverDue();
    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.WAITING);
    assertThat(row(mail).createdAt()).as("the date it carries").isEqualTo(MONDAY_9AM);

    clock.pass(Duration.ofDays(5));
    deliverMail.deliverDue();
    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.FAILED);
  }

  @Test
  void oneMailNobodyTakesHoldsUpOnlyTheConversationItBelongsTo() {
    Optional<UUID> ticket = Optional.of(UUID.randomUUID());
    enqueue(aMail("stuck", ticket));
    server.failure = Optional.of(DeliveryFailedException.Kind.NOT_NOW);
    deliverMail.deliverDue();
    server.failure = Optional.empty();
    enqueue(aMail("behind it", ticket));
    enqueue(aMail("elsewhere"));

    deliverMail.deliverDue();

    assertThat(server.subjects()).containsExactly("elsewhere");
  }

  @Test
  void aMailWeStumbleOverOurselvesIsPostponedAndTheOthersLeave() {
    OutgoingMail ill = aMail("ill");
    enqueue(ill);
    enqueue(aMail("healthy"));
    server.stumblesOver = Optional.of("ill");

    deliverMail.deliverDue();

    assertThat(server.subjects()).containsExactly("healthy");
    assertThat(row(ill).delivery().nextAttemptAt()).isAfter(clock.instant());
    assertThat(row(ill).delivery().lastError())
        .hasValueSatisfying(e -> assertThat(e).contains("a bug"));
  }

  @Test
  void twoNodesNeverHoldTheSameMail() {
    OutgoingMail mail = aMail("once");
    enqueue(mail);

    Optional<OutboxMail> ours = transactions.inNew(outbox::claim);
    Optional<OutboxMail> theirs = transactions.inNew(outbox::claim);

    assertThat(ours).isPresent();
    assertThat(theirs).isEmpty();
  }

  @Test
  void aNodeThatDiesWithAMailInHandLeavesItToTheNextUnderTheSameMessageId() {
    OutgoingMail mail = aMail("ambiguous");
    enqueue(mail);
    server.diesAfterTaking = true;
    try {
      deliverMail.deliverDue();
    } catch (Killed killed) {
      server.diesAfterTaking = false;
    }
    letLeasesExpire();

    deliverMail.deliverDue();
    deliverMail.deliverDue();

    assertThat(server.taken).extracting(OutgoingMail::id).containsExactly(mail.id(), mail.id());
    assertThat(row(mail).delivery().state()).isEqualTo(Delivery.State.SENT);
  }

  @Test
  void whatWasSentIsFoundByItsMessageId() {
    OutgoingMail mail = aMail("acknowledged");
    enqueue(mail);

    assertThat(transactions.inNew(() -> outbox.find(mail.id()))).contains(mail);
    assertThat(transactions.inNew(() -> outbox.find(new MailId("<other@tierline.example>"))))
        .isEmpty();
  }

  @Test
  void whatSomebodyWasWrittenLatelyIsFoundNewestFirst() {
    Instant start = clock.instant();
    OutgoingMail old = aMail("old");
    enqueue(old);
    clock.pass(Duration.ofDays(1));
    OutgoingMail newer = aMail("newer");
    OutgoingMail newest = aMail("newest");
    enqueue(newer);
    enqueue(newest);

    assertThat(writtenTo(CARLA, start.minusSeconds(1), 9)).containsExactly(newest, newer, old);
    assertThat(writtenTo(CARLA, start, 9)).containsExactly(newest, newer);
    assertThat(writtenTo(CARLA, start, 1)).containsExactly(newest);
    assertThat(writtenTo(SUPPORT, start, 9)).isEmpty();
  }

  private List<OutgoingMail> writtenTo(EmailAddress recipient, Instant since, int most) {
    return transactions.inNew(() -> outbox.writtenTo(recipient, since, most));
  }

  @Test
  void automaticRepliesAreCounted() {
    Instant start = clock.instant();
    enqueue(aMail("reply"));
    enqueue(aMail("by a person", AutoSubmitted.NO));
    clock.pass(Duration.ofHours(1));
    enqueue(aMail("reply"));
    enqueue(aMail("reply"));

    assertThat(count(replies -> replies.to(CARLA, start.minusSeconds(1)))).isEqualTo(3);
    assertThat(count(replies -> replies.to(CARLA, start))).isEqualTo(2);
    assertThat(count(replies -> replies.to(SUPPORT, start))).isZero();
    assertThat(count(replies -> replies.toDomain(CARLA.domain(), start))).isEqualTo(2);
    assertThat(count(replies -> replies.toDomain("example", start))).isZero();
    assertThat(count(replies -> replies.toAnybody(start))).isEqualTo(2);
    List<Long> hours = transactions.inNew(() -> replies().perHour(start.minusSeconds(1)));
    assertThat(hours).containsExactlyInAnyOrder(1L, 2L);
  }

  private long count(ToLongFunction<SentReplies> question) {
    return transactions.inNew(() -> question.applyAsLong(replies()));
  }

  private SentReplies replies() {
    return new StoredReplies(transactions.entityManager());
  }

  private void enqueue(OutgoingMail mail) {
    transactions.inNew(
        () -> {
          outbox.enqueue(mail);
          return true;
        });
  }

  private OutboxMail row(OutgoingMail mail) {
    return database.inTransaction(
        em ->
            em.createQuery("select o from OutboxMail o where o.messageId = :id", OutboxMail.class)
                .setParameter("id", mail.id().value())
                .getSingleResult());
  }

  private void letLeasesExpire() {
    database.doInTransaction(
        (EntityManager em) ->
            em.createNativeQuery(
                    "update outbox_mail set leased_until = current_timestamp - interval '1' second")
                .executeUpdate());
  }
}
