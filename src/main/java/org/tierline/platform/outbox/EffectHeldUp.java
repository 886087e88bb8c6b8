package org.tierline.platform.outbox;

/**
 * An effect did not happen at the first try, or waits behind one that did not. What cannot wait has
 * to go another way; announced once per effect.
 */
public record EffectHeldUp(Effect effect, String reason) {}
