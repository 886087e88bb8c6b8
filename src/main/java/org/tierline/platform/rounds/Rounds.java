package org.tierline.platform.rounds;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Work the desk does again and again, whatever became of it the last time. One round at a time:
 * whoever asks for one while another is under way gets one more after it, however many ask.
 */
public final class Rounds implements Runnable {

  private static final Logger LOG = System.getLogger(Rounds.class.getName());

  private final String what;
  private final Runnable work;
  private final AtomicBoolean wished = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile @Nullable Future<?> schedule;

  /**
   * @param what for the log, such as {@code the outbox}
   */
  public Rounds(String what, Runnable work) {
    this.what = what;
    this.work = work;
  }

  /** Goes round from now on, each time so many seconds after the round before. */
  public void every(int seconds, ScheduledExecutorService executor) {
    schedule = executor.scheduleWithFixedDelay(this, seconds, seconds, TimeUnit.SECONDS);
  }

  /** No further rounds; one that is under way ends in peace. */
  public void stop() {
    Future<?> begun = schedule;
    if (begun != null) {
      begun.cancel(false);
    }
  }

  @Override
  public void run() {
    wished.set(true);
    while (wished.get() && running.compareAndSet(false, true)) {
      wished.set(false);
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        // a scheduled task that throws is never run again, and nobody would hear of it; the
        // database may be back next time
        LOG.log(Level.ERROR, "A round of " + what + " failed", e);
      } finally {
        running.set(false);
      }
    }
  }
}
