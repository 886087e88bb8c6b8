package org.tierline.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.transactions.Transactions;

/**
 * Two people change the same ticket in the same moment: one wins, and what the other did is undone.
 * What a customer sends is then simply done once more; they would not know what to do about it.
 */
@ApplicationScoped
public class Collisions {

  private static final int MOST_ATTEMPTS = 8;

  /** Unique violation (the next line of a history, written twice), serialization, deadlock. */
  private static final Set<String> SQL_STATES = Set.of("23505", "40001", "40P01");

  private static final int LONGEST_PAUSE_MILLIS = 60;

  private final Transactions transactions;

  @Inject
  public Collisions(Transactions transactions) {
    this.transactions = transactions;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Collisions() {
    this(null);
  }

  /** Does the work in a transaction of its own, again if it lost to somebody else's. */
  public <T> T survive(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.inNew(work);
      } catch (RuntimeException lost) {
        // store, engine and commit each have a class of their own for it; what is no collision
        // flies
        if (attempt == MOST_ATTEMPTS || !isCollision(lost) || !pause(attempt)) {
          throw lost;
        }
      }
    }
  }

  /** Whether somebody else's change came first. */
  public static boolean isCollision(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof OptimisticLockException
          || t instanceof PessimisticLockException
          || t instanceof LockTimeoutException
          || (t instanceof SQLException sql
              && SQL_STATES.contains(String.valueOf(sql.getSQLState())))
          // the process engine's word for it, whose classes are none of our business
          || t.getClass().getSimpleName().equals("OptimisticLockingException")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Longer each time and never the same for two, so that they do not meet again. The caller's
   * thread has nothing else to do: somebody waits for the answer.
   *
   * @return whether there is a next time; not when the server goes down
   */
  private static boolean pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) LONGEST_PAUSE_MILLIS * attempt));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
