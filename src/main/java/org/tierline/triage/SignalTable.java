package org.tierline.triage;

/** The analysts' table that says which phrases are a signal of what. */
public interface SignalTable {

  /**
   * @param text what the customer wrote, subject and visible text; of any length, never stored
   */
  Signals signalsIn(String text);
}
