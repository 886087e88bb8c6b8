package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tierline.sla.SecondBySecond.Stand;
import org.tierline.sla.SecondBySecond.Story;
import org.tierline.sla.SecondBySecond.Target;
import org.tierline.sla.SecondBySecond.Week;

/**
 * The clock shows to the second what counting every second finds. The system property {@value
 * #HISTORIES} says how many histories are tried.
 */
class SlaStatusPropertyTest {

  private static final String HISTORIES = "tierline.sla.histories";
  private static final int TRIES = 100;
  private static final int HISTORIES_A_TRY = Integer.getInteger(HISTORIES, 10_000) / TRIES;

  private static final Duration WARN_BEFORE = Duration.ofMinutes(30);

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void isWhatCountingEverySecondFinds(@ForAll long seed) {
    var stories = new RandomStories(new Random(seed));
    for (int i = 0; i < HISTORIES_A_TRY; i++) {
      Story story = stories.next();
      check(story);
    }
  }

  private static void check(Story story) {
    var reference = new SecondBySecond(story);
    SecondBySecond.Answer expected = reference.answer();
    SlaStatus status = status(story);

    String which = story.toString();
    assertThat(status.dueAt()).as(which).isEqualTo(at(expected.due()));
    assertThat(status.consumed()).as(which).isEqualTo(Duration.ofSeconds(expected.consumed()));
    assertThat(status.remaining())
        .as(which)
        .isEqualTo(Duration.ofSeconds(expected.target() - expected.consumed()));
    assertThat(status.isBreached()).as(which).isEqualTo(expected.breached());
    Instant warning = at(expected.due()).minus(WARN_BEFORE);
    Instant start = at(story.start());
    assertThat(status.warnAt()).as(which).isEqualTo(warning.isBefore(start) ? start : warning);
    checkLedger(status, story, reference);
  }

  private static void checkLedger(SlaStatus status, Story story, SecondBySecond reference) {
    Target target = story.target();
    Instant written = at(story.start());
    Duration ran = Duration.ZERO;
    int swaps = 0;
    for (LedgerLine line : status.ledger()) {
      assertThat(line.from()).as("gap before %s in %s", line, story).isEqualTo(written);
      written = line.to();
      if (line.kind() == LedgerLine.Kind.MOVED) {
        target = story.swaps().get(swaps++).target();
        continue;
      }
      boolean runs = line.kind() == LedgerLine.Kind.RAN;
      assertThat(line.counted()).isEqualTo(runs ? line.length() : Duration.ZERO);
      assertThat(reference.runs(target, line.from().getEpochSecond()))
          .as("first second of %s in %s", line, story)
          .isEqualTo(runs);
      assertThat(reference.runs(target, line.to().getEpochSecond() - 1))
          .as("last second of %s in %s", line, story)
          .isEqualTo(runs);
      ran = ran.plus(line.counted());
    }
    assertThat(ran).as(status.ledger().toString()).isEqualTo(status.consumed());
    if (story.until() > story.start()) {
      assertThat(written).isEqualTo(at(story.until()));
    }
  }

  private static SlaStatus status(Story story) {
    List<ClockHistory.Change> changes = new ArrayList<>();
    story
        .swaps()
        .forEach(
            swap ->
                changes.add(
                    new ClockHistory.Change(
                        at(swap.at()),
                        promise(swap.target(), swap.at()),
                        calendar(swap.target().week()))));
    var history =
        new ClockHistory(
            at(story.start()),
            story.pauses().stream().map(SlaStatusPropertyTest::pause).toList(),
            changes,
            story.overs().stream()
                .map(over -> new ClockHistory.Reopening(at(over.from()), at(over.to())))
                .toList(),
            story.ended() < 0 ? null : at(story.ended()));
    return SlaStatus.of(
        promise(story.target(), story.start()),
        calendar(story.target().week()),
        history,
        at(story.now()));
  }

  private static Pause pause(Stand pause) {
    return new Pause(at(pause.from()), pause.to() < 0 ? null : at(pause.to()), "waiting");
  }

  private static Promise promise(Target target, long from) {
    return new Promise(
        SlaTarget.RESOLUTION,
        Duration.ofSeconds(target.seconds()),
        target.businessTime(),
        "some",
        at(from),
        "some rule",
        WARN_BEFORE);
  }

  private static BusinessCalendar calendar(Week week) {
    Map<DayOfWeek, List<OpeningHours>> hours = new EnumMap<>(DayOfWeek.class);
    week.hours()
        .forEach(
            (day, some) ->
                hours.put(
                    day, some.stream().map(each -> new OpeningHours(each[0], each[1])).toList()));
    return BusinessCalendar.of("some", week.zone(), hours, week.off());
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
