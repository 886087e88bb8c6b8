package org.tierline.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.outbox.DeliveryFailedException.Kind;
import org.tierline.platform.transactions.DatabaseTransactions;

/** What is promised of effects that are no mails. */
abstract class EffectsContract {

  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final TestDatabase database;
  private final DatabaseTransactions transactions;
  private final TestClock clock = new TestClock();
  private final RecordedFacts facts = new RecordedFacts();
  private final StoredEffects effects;
  private final Peer peer = new Peer("slack", true);
  private final Peer other = new Peer("jira", false);
  private final CarryEffects carryEffects;

  EffectsContract(TestDatabase database) {
    this.database = database;
    this.transactions = new DatabaseTransactions(database);
    this.effects = new StoredEffects(transactions.entityManager(), facts, clock);
    this.carryEffects = new CarryEffects(effects, List.of(peer, other), transactions, facts, clock);
  }

  /** Takes effects, or fails as told. */
  private static final class Peer implements Carrier {
    private final String kind;
    private final boolean together;
    private final List<List<String>> taken = new ArrayList<>();
    private Optional<DeliveryFailedException> failure = Optional.empty();
    private int asked;

    Peer(String kind, boolean together) {
      this.kind = kind;
      this.together = together;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Patience patience() {
      return new Patience(List.of(PAUSE), Duration.ofHours(4));
    }

    @Override
    public boolean together() {
      return together;
    }

    @Override
    public boolean goesAnotherWay(Effect heldUp) {
      return heldUp.content().startsWith("alarm");
    }

    @Override
    public void carry(List<Effect> effects) throws DeliveryFailedException {
      asked++;
      if (failure.isPresent()) {
        throw failure.get();
      }
      taken.add(effects.stream().map(Effect::content).toList());
    }

    void fails(Kind kind) {
      failure = Optional.of(new DeliveryFailedException(kind, "no: " + kind, null));
    }
  }

  @AfterEach
  void emptyTheOutbox() {
    database.doInTransaction(em -> em.createQuery("delete from OutboxEffect").executeUpdate());
  }

  @Test
  void anEffectHappensOnceByTheCarrierOfItsKind() {
    enqueue("slack", "#tier1", "a note");
    enqueue("jira", "DESK", "an issue");

    carryEffects.carryDue();
    carryEffects.carryDue();

    assertThat(peer.taken).containsExactly(List.of("a note"));
    assertThat(other.taken).containsExactly(List.of("an issue"));
  }

  @Test
  void anEffectOfARolledBackTransactionNeverHappens() {
    try {
      transactions.inNew(
          () -> {
            effects.enqueue(effect("slack", "#tier1", "never"));
            throw new IllegalStateException("the work failed");
          });
    } catch (IllegalStateException expected) {
      carryEffects.carryDue();
    }

    assertThat(peer.taken).isEmpty();
  }

  @Test
  void whatPilesUpWhileTheOtherSideIsDownGoesOutAsOneAtMostEveryTenMinutes() {
    peer.fails(Kind.SERVER_DOWN);
    for (int i = 0; i < 5; i++) {
      enqueue("slack", "#tier1", "note " + i);
      carryEffects.carryDue();
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(peer.asked).isEqualTo(1);

    clock.pass(Duration.ofMinutes(5));
    carryEffects.carryDue();
    assertThat(peer.asked).isEqualTo(2);
    peer.failure = Optional.empty();
    carryEffects.carryDue();
    assertThat(peer.taken).isEmpty();

    clock.pass(PAUSE);
    carryEffects.carryDue();
    assertThat(peer.taken)
        .containsExactly(List.of("note 0", "note 1", "note 2", "note 3", "note 4"));
  }

  @Test
  void onceItWorksAgainEachGoesByItself() {
    peer.fails(Kind.SERVER_DOWN);
    enqueue("slack", "#tier1", "late");
    carryEffects.carryDue();
    peer.failure = Optional.empty();
    clock.pass(PAUSE);
    carryEffects.carryDue();

    enqueue("slack", "#tier1", "one");
    enqueue("slack", "#tier1", "two");
    carryEffects.carryDue();

    assertThat(peer.taken).containsExactly(List.of("late"), List.of("one"), List.of("two"));
  }

  @Test
  void theOtherSideIsLeftAloneForAsLongAsItAsks() {
    peer.failure = Optional.of(new DeliveryFailedException("slow down", Duration.ofMinutes(30)));
    enqueue("slack", "#tier1", "note");
    carryEffects.carryDue();
    peer.failure = Optional.empty();

    clock.pass(Duration.ofMinutes(29));
    carryEffects.carryDue();
    assertThat(peer.taken).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    carryEffects.carryDue();
    assertThat(peer.taken).hasSize(1);
  }

  @Test
  void whatIsHeldUpSaysSoOnceAndSoDoesWhatComesBehindIt() {
    peer.fails(Kind.SERVER_DOWN);
    Effect first = enqueue("slack", "#tier1", "first");
    Effect burst = enqueue("slack", "#tier1", "in the same breath");
    carryEffects.carryDue();
    Effect behind = enqueue("slack", "#tier1", "behind");
    enqueue("slack", "#tier2", "elsewhere");

    assertThat(facts.ofType(EffectHeldUp.class))
        .extracting(EffectHeldUp::effect)
        .containsExactly(first, burst, behind);

    carryEffects.carryDue();
    clock.pass(PAUSE);
    carryEffects.carryDue();
    carryEffects.carryDue();
    assertThat(facts.ofType(EffectHeldUp.class))
        .extracting(fact -> fact.effect().content())
        .containsExactly("first", "in the same breath", "behind", "elsewhere");
  }

  @Test
  void whatWentAnotherWayMeanwhileDoesNotComeASecondTime() {
    peer.fails(Kind.SERVER_DOWN);
    enqueue("slack", "#ana", "alarm one");
    carryEffects.carryDue();
    enqueue("slack", "#ana", "chatter");
    enqueue("slack", "#ana", "alarm two");
    enqueue("slack", "#tom", "alarm three");
    carryEffects.carryDue();
    peer.failure = Optional.empty();

    clock.pass(PAUSE);
    carryEffects.carryDue();
    enqueue("slack", "#tom", "alarm four");
    carryEffects.carryDue();

    assertThat(peer.taken).containsExactly(List.of("chatter"), List.of("alarm four"));
    assertThat(failed()).isEmpty();
  }

  @Test
  void afterFourHoursANoteIsDroppedAndThatIsSaid() {
    peer.fails(Kind.SERVER_DOWN);
    Effect note = enqueue("slack", "#tier1", "old");
    carryEffects.carryDue();
    clock.pass(Duration.ofHours(4));
    carryEffects.carryDue();
    peer.failure = Optional.empty();
    clock.pass(Duration.ofDays(1));
    carryEffects.carryDue();

    assertThat(peer.taken).isEmpty();
    assertThat(facts.ofType(EffectAbandoned.class))
        .containsExactly(new EffectAbandoned(note, true, "no: SERVER_DOWN"));
    assertThat(failed()).isEmpty();
    assertThat(transactions.inNew(() -> effects.expiredSince(TestClock.MONDAY_9AM.minusSeconds(1))))
        .isEqualTo(1);
  }

  @Test
  void whatIsNoNewsIsNeverDroppedButWaitsForAPerson() {
    other.fails(Kind.SERVER_DOWN);
    Effect issue = enqueue("jira", "DESK", "an issue");
    carryEffects.carryDue();
    clock.pass(Duration.ofHours(4));
    carryEffects.carryDue();

    assertThat(facts.ofType(EffectAbandoned.class))
        .containsExactly(new EffectAbandoned(issue, false, "no: SERVER_DOWN"));
    assertThat(failed()).extracting(FailedDeliveries.Failed::target).containsExactly("DESK");
  }

  @Test
  void whatIsRefusedForGoodHoldsUpNobodyAndCanBeTriedAgain() {
    peer.fails(Kind.NEVER);
    enqueue("slack", "#gone", "note");
    carryEffects.carryDue();
    peer.failure = Optional.empty();
    enqueue("slack", "#gone", "next");
    carryEffects.carryDue();
    assertThat(peer.taken).containsExactly(List.of("next"));

    FailedDeliveries.Failed failed = failed().get(0);
    assertThat(failed.reason()).isEqualTo("no: NEVER");
    assertThat(transactions.inNew(() -> effects.retry(failed.id()))).isPresent();
    carryEffects.carryDue();

    assertThat(peer.taken).containsExactly(List.of("next"), List.of("note"));
    assertThat(transactions.inNew(() -> effects.retry(failed.id()))).isEmpty();
  }

  @Test
  void whatAPersonHasTriedOnceMoreGetsItsHoursAgain() {
    other.fails(Kind.SERVER_DOWN);
    enqueue("jira", "DESK", "an issue");
    clock.pass(Duration.ofHours(4));
    carryEffects.carryDue();
    long id = failed().get(0).id();

    transactions.inNew(() -> effects.retry(id));
    carryEffects.carryDue();
    assertThat(failed()).as("still waits").isEmpty();

    clock.pass(Duration.ofHours(4));
    carryEffects.carryDue();
    assertThat(failed()).hasSize(1);
  }

  @Test
  void whatAPersonGivesUpStaysUndone() {
    peer.fails(Kind.NEVER);
    enqueue("slack", "#gone", "note");
    carryEffects.carryDue();
    long id = failed().get(0).id();

    assertThat(transactions.inNew(() -> effects.giveUp(id, "Lena", "told by phone"))).isPresent();
    assertThat(transactions.inNew(() -> effects.giveUp(id, "Lena", "again"))).isEmpty();
    peer.failure = Optional.empty();
    carryEffects.carryDue();

    assertThat(peer.taken).isEmpty();
    assertThat(failed()).isEmpty();
  }

  @Test
  void twoNodesNeverHoldTheSameEffect() {
    enqueue("slack", "#tier1", "once");

    assertThat(transactions.inNew(() -> effects.claim("slack", true))).hasSize(1);
    assertThat(transactions.inNew(() -> effects.claim("slack", true))).isEmpty();
  }

  private List<FailedDeliveries.Failed> failed() {
    return transactions.inNew(() -> effects.failed(10));
  }

  private Effect enqueue(String kind, String target, String content) {
    Effect effect = effect(kind, target, content);
    return transactions.inNew(
        () -> {
          effects.enqueue(effect);
          return effect;
        });
  }

  private static Effect effect(String kind, String target, String content) {
    return new Effect(UUID.randomUUID(), kind, Optional.of(UUID.randomUUID()), target, content);
  }
}
