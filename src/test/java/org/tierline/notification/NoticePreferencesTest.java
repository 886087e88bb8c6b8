package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;

/** When and how a notice reaches a person. */
class NoticePreferencesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-23T22:30:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
  private static final Optional<QuietHours> QUIET =
      Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN));

  private final NoticePreferences ana = NoticePreferences.usual(new AgentId("ana"), BERLIN, false);
  private final NoticePreferences lena = NoticePreferences.usual(new AgentId("lena"), BERLIN, true);

  @Test
  void whoChoseNothingIsToldAtOnceByMailAndBell() {
    assertThat(ana.planFor(NoticeKind.ASSIGNED, NIGHT))
        .isEqualTo(new NoticePreferences.Plan(new Channels(true, false, true), Optional.empty()));
  }

  @Test
  void quietHoursKeepThingsUntilTheyEnd() {
    ana.rest(QUIET, BERLIN, 0, false);

    assertThat(ana.planFor(NoticeKind.ASSIGNED, NIGHT).later()).contains(MORNING);
    assertThat(ana.planFor(NoticeKind.SLA_BREACH, NIGHT).later()).contains(MORNING);
    assertThat(ana.planFor(NoticeKind.ASSIGNED, NOON).later()).isEmpty();
  }

  @Test
  void alarmsWakeLeadsUnlessTheySayOtherwise() {
    lena.rest(QUIET, BERLIN, 4, lena.alarmsPierce());
    assertThat(lena.planFor(NoticeKind.SLA_WARNING, NIGHT).later()).isEmpty();
    assertThat(lena.planFor(NoticeKind.DESK_TROUBLE, NIGHT).later()).isPresent();

    lena.rest(QUIET, BERLIN, 4, false);
    assertThat(lena.planFor(NoticeKind.SLA_WARNING, NIGHT).later()).contains(MORNING);
  }

  @Test
  void aDigestComesAtFullHoursOfThePersonsDayAndNeverInQuietHours() {
    ana.rest(QUIET, BERLIN, 4, false);

    assertThat(ana.planFor(NoticeKind.ASSIGNED, NOON).later())
        .contains(Instant.parse("2026-11-23T15:00:00Z"));
    assertThat(ana.planFor(NoticeKind.ASSIGNED, NOON.minusSeconds(1)).later()).contains(NOON);
    assertThat(ana.planFor(NoticeKind.ASSIGNED, NIGHT).later())
        .contains(Instant.parse("2026-11-24T07:00:00Z"));
  }

  @Test
  void anAlarmIsNeverKeptForADigest() {
    ana.rest(Optional.empty(), BERLIN, 24, false);

    assertThat(ana.planFor(NoticeKind.SLA_WARNING, NOON).later()).isEmpty();
    assertThat(ana.planFor(NoticeKind.ASSIGNED, NOON).later())
        .contains(Instant.parse("2026-11-23T23:00:00Z"));
  }

  @Test
  void digestsDivideTheDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ana.rest(Optional.empty(), BERLIN, 5, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ana.rest(Optional.empty(), BERLIN, -1, false));
  }

  @Test
  void aCodeIsGoodForAQuarterOfAnHour() {
    ana.offer("SECRET", NOON);

    assertThat(ana.slackCode(NOON.plusSeconds(899))).contains("SECRET");
    assertThat(ana.slackCode(NOON.plusSeconds(900))).isEmpty();
    ana.connectSlack("U1");
    assertThat(ana.slackCode(NOON)).isEmpty();
    assertThat(ana.slackUser()).contains("U1");
  }
}
