package org.tierline.assignment;

import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/** The analysts' table of how much of an agent's capacity a ticket takes. */
public interface Weights {

  /** The table as it is now, for one round of decisions. */
  Scale scale();

  /** Weighs tickets; a critical one weighs more than a question about use. */
  @FunctionalInterface
  interface Scale {
    int weigh(Category category, Priority priority);
  }
}
