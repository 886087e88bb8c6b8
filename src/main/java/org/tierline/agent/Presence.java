package org.tierline.agent;

/** Whether an agent can be given work, and why not. */
public enum Presence {
  /** At work and asking for tickets. */
  ON_DUTY,
  /** At work, but wants no tickets now. */
  AWAY,
  /** Between two shifts. */
  OFF_SHIFT,
  /** On holiday, ill or otherwise absent. */
  ABSENT,
  /** No longer at this desk. */
  LEFT
}
