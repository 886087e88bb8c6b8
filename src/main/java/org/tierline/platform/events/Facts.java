package org.tierline.platform.events;

/**
 * Announces facts to the rest of the desk. Listeners run at once, in the same transaction: when one
 * fails, the fact did not happen.
 */
public interface Facts {

  /** Announces a record in past tense, such as {@code TicketOpened}. */
  void announce(Record fact);
}
