package org.tierline.process.deadlines;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.tierline.platform.DeskOpened;
import org.tierline.platform.rounds.Rounds;
import org.tierline.sla.CalendarVersions;

/**
 * Goes through the open tickets a bounded number a minute and sees that clocks, shown dates and
 * timers agree. What does not agree on a second look is counted, logged and, where no person has to
 * look first, repaired.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadlineRounds {

  private static final int PAGE = 100;
  private static final int PAGES_A_ROUND = 20;

  private static final System.Logger LOG = System.getLogger(DeadlineRounds.class.getName());

  private final CheckDeadlines checkDeadlines;
  private final CalendarVersions calendars;
  private final MeterRegistry meters;
  private final Rounds rounds = new Rounds("the deadlines", this::round);
  private final AtomicLong checked = new AtomicLong();
  private final AtomicLong violated = new AtomicLong();
  private volatile long last;
  private volatile Map<String, Integer> followed = Map.of();

  @Inject
  public DeadlineRounds(
      CheckDeadlines checkDeadlines, CalendarVersions calendars, MeterRegistry meters) {
    this.checkDeadlines = checkDeadlines;
    this.calendars = calendars;
    this.meters = meters;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeadlineRounds() {
    this(null, null, null);
  }

  public void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskOpened opened) {
    meters.more().counter("tierline.deadlines.checked", Tags.empty(), checked);
    meters.more().counter("tierline.deadlines.differed", Tags.empty(), violated);
  }

  @Schedule(hour = "*", minute = "*", persistent = false, info = "Compare deadlines")
  public void everyMinute() {
    rounds.run();
  }

  /** The newest version of each calendar, on whichever node it was saved. */
  private Map<String, Integer> versions() {
    return calendars.names().stream()
        .collect(toMap(Function.identity(), name -> calendars.of(name).size()));
  }

  private void round() {
    Map<String, Integer> versions = versions();
    if (!followed.isEmpty() && !followed.equals(versions)) {
      follow();
    }
    followed = versions;
    for (int i = 0; i < PAGES_A_ROUND; i++) {
      CheckDeadlines.Page page = checkDeadlines.page(last, PAGE);
      checked.addAndGet(page.tickets());
      if (!page.differences().isEmpty() && !followed.equals(versions())) {
        return; // the dates of many tickets are about to move, and nothing is wrong with that
      }
      page.differences().forEach(this::lookAgain);
      last = page.last().orElse(0L);
      if (page.last().isEmpty()) {
        return; // the next round begins anew
      }
    }
  }

  /** Lets the dates of all open tickets follow a changed calendar, as every node does. */
  private void follow() {
    int moved = 0;
    CheckDeadlines.Page page = checkDeadlines.page(0, PAGE);
    while (page.last().isPresent()) {
      page.differences().forEach(different -> checkDeadlines.repair(different.ticket()));
      moved += page.differences().size();
      page = checkDeadlines.page(page.last().orElseThrow(), PAGE);
    }
    LOG.log(Level.INFO, "The dates of {0} tickets follow the calendars", moved);
  }

  private void lookAgain(CheckDeadlines.Difference difference) {
    checkDeadlines
        .again(difference.ticket())
        .ifPresent(
            still -> {
              violated.incrementAndGet();
              LOG.log(Level.ERROR, "Deadlines of {0}: {1}", still.ticket(), still.what());
              if (still.mayBeMended()) {
                checkDeadlines.repair(still.ticket());
              }
            });
  }

  /** How many tickets were looked at since the node started. */
  public long checked() {
    return checked.get();
  }

  /** How many of them had dates that differed; 0 is the aim. */
  public long violated() {
    return violated.get();
  }
}
