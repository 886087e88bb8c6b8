package org.tierline.sla.ladder;

/** What a step of a ladder does besides telling people. */
public enum StepAction {
  /** Nothing. */
  NOTIFY,
  /** The ticket becomes one step more urgent for us; what was promised stays. */
  RAISE_PRIORITY,
  /** A lead has to decide what becomes of it. */
  CALL_LEAD
}
