package org.tierline.platform.outbox;

import java.util.ArrayList;
import java.util.List;

/** Keeps what was put in. */
public class EffectsInMemory implements Effects {

  private final List<Effect> effects = new ArrayList<>();

  @Override
  public void enqueue(Effect effect) {
    effects.add(effect);
  }

  public List<Effect> effects() {
    return List.copyOf(effects);
  }
}
