package org.tierline.platform.outbox;

/** Where effects wait until they have happened. */
public interface Effects {

  /**
   * Puts an effect into the outbox as part of the caller's transaction: it happens if and only if
   * that commits, at least once, and always under the same key.
   */
  void enqueue(Effect effect);
}
