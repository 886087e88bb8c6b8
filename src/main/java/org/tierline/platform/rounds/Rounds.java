package org.tierline.platform.rounds;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

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

  /**
   * @param what for the log, such as {@code the outbox}
   */
  public Rounds(String what, Runnable work) {
    this.what = what;
    this.work = work;
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
