package org.tierline.sla.ladder;

/** The table of ladders, kept by the leads. */
public interface EscalationLadders {

  /** A ladder as it stands today; one nobody knows has no steps. */
  Ladder ladder(String name);
}
