package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.platform.TestClock;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.transactions.DatabaseTransactions;

/** What is kept of notices and wishes, on a real database. */
abstract class StaffNoticesContract {

  private static final AgentId ANA = new AgentId("ana");
  private static final AgentId TOM = new AgentId("tom");
  private static final Instant NOW = TestClock.MONDAY_9AM;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final TestDatabase database;
  private final DatabaseTransactions transactions;
  private final JpaStaffNotices notices;
  private final JpaPreferences preferences;

  StaffNoticesContract(TestDatabase database) {
    this.database = database;
    this.transactions = new DatabaseTransactions(database);
    this.notices = new JpaStaffNotices(transactions.entityManager());
    this.preferences = new JpaPreferences(transactions.entityManager());
  }

  @BeforeEach
  void forgetEverything() {
    database.doInTransaction(
        em -> {
          em.createQuery("delete from StaffNotice").executeUpdate();
          em.createNativeQuery("delete from notice_choice").executeUpdate();
          em.createQuery("delete from NoticePreferences").executeUpdate();
        });
  }

  @Test
  void theBellHoldsWhatIsForIt() {
    add(ANA, "first", new Channels(true, false, true), Optional.empty());
    add(ANA, "not for the bell", new Channels(true, false, false), Optional.of(NOW));
    add(ANA, "second", new Channels(true, false, true), Optional.empty());
    add(TOM, "his", new Channels(true, false, true), Optional.empty());

    inTransaction(
        () -> {
          assertThat(notices.onBellOf(ANA, true, 10))
              .extracting(StaffNotice::headline)
              .containsExactly("second", "first");
          assertThat(notices.onBellOf(ANA, true, 1)).hasSize(1);
          assertThat(notices.unread(Set.of(ANA, TOM, new AgentId("ben"))))
              .isEqualTo(Map.of(ANA, 2L, TOM, 1L));
          notices.markAllRead(ANA, NOW);
        });
    inTransaction(
        () -> {
          assertThat(notices.unread(ANA)).isZero();
          assertThat(notices.onBellOf(ANA, false, 10)).hasSize(2);
          assertThat(notices.unread(TOM)).isEqualTo(1);
        });
  }

  @Test
  void nobodyFindsWhatIsAnothers() {
    add(ANA, "hers", Channels.USUAL, Optional.empty());
    long id = transactions.inNew(() -> notices.onBellOf(ANA, true, 1).get(0).id());

    inTransaction(
        () -> {
          assertThat(notices.find(ANA, id)).isPresent();
          assertThat(notices.find(TOM, id)).isEmpty();
        });
  }

  @Test
  void aDigestIsTakenWhenItIsDueAndOnce() {
    add(ANA, "now", Channels.USUAL, Optional.of(NOW));
    add(ANA, "later", Channels.USUAL, Optional.of(NOW.plusSeconds(1)));

    inTransaction(
        () -> {
          assertThat(notices.withDigestDue(NOW.minusSeconds(1))).isEmpty();
          assertThat(notices.withDigestDue(NOW)).containsExactly(ANA);
          assertThat(notices.takeDigest(ANA, NOW))
              .extracting(StaffNotice::headline)
              .containsExactly("now");
          notices.takeDigest(ANA, NOW).forEach(StaffNotice::digested);
        });
    inTransaction(() -> assertThat(notices.takeDigest(ANA, NOW)).isEmpty());
  }

  @Test
  void wishesAreKept() {
    inTransaction(
        () -> {
          NoticePreferences ana = NoticePreferences.usual(ANA, BERLIN, false);
          ana.choose(NoticeKind.ASSIGNED, new Channels(false, true, true));
          ana.rest(
              Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30), BERLIN)),
              BERLIN,
              4,
              true);
          ana.offer("SECRET", NOW);
          preferences.add(ana);
        });

    inTransaction(
        () -> {
          NoticePreferences ana = preferences.find(ANA).orElseThrow();
          assertThat(ana.channels(NoticeKind.ASSIGNED)).isEqualTo(new Channels(false, true, true));
          assertThat(ana.channels(NoticeKind.SLA_BREACH)).isEqualTo(Channels.USUAL);
          assertThat(ana.quietHours().orElseThrow().until()).isEqualTo(LocalTime.of(7, 30));
          assertThat(ana.digestHours()).isEqualTo(4);
          assertThat(preferences.findBySlackCode("SECRET", NOW)).isPresent();
          assertThat(preferences.findBySlackCode("SECRET", NOW.plusSeconds(900))).isEmpty();
          ana.choose(NoticeKind.ASSIGNED, new Channels(false, false, true));
          ana.connectSlack("U1");
        });
    inTransaction(
        () -> {
          assertThat(preferences.findBySlackUser("U1").orElseThrow().agent()).isEqualTo(ANA);
          assertThat(preferences.findBySlackUser("U2")).isEmpty();
          assertThat(preferences.findBySlackCode("SECRET", NOW)).isEmpty();
          assertThat(preferences.find(ANA).orElseThrow().channels(NoticeKind.ASSIGNED))
              .isEqualTo(new Channels(false, false, true));
        });
  }

  private void add(AgentId agent, String headline, Channels ways, Optional<Instant> later) {
    var notice =
        new Notice(NoticeKind.ASSIGNED, Optional.empty(), headline, "/desk/", "assigned", Map.of());
    inTransaction(
        () ->
            notices.add(
                new StaffNotice(agent, notice, new NoticePreferences.Plan(ways, later), NOW)));
  }

  private void inTransaction(Runnable work) {
    transactions.inNew(
        () -> {
          work.run();
          return true;
        });
  }
}
