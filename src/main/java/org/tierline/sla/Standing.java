package org.tierline.sla;

/** Whether the clock of a target runs. */
public enum Standing {
  /** We have to act. */
  RUNNING,
  /** We wait for the customer, or for engineering if the promise says so. */
  PAUSED,
  /** Kept, or over with the ticket. */
  OVER
}
