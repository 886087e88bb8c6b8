package org.tierline.platform.transactions;

import java.util.function.Supplier;

/**
 * Runs one step of work in a transaction of its own. For work that talks to other machines between
 * its steps and must not keep a transaction open meanwhile.
 */
public interface Transactions {

  /** Commits when the work returns; whatever it throws rolls back. */
  <T> T inNew(Supplier<T> work);
}
