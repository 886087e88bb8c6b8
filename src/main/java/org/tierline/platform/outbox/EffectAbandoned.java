package org.tierline.platform.outbox;

/**
 * An effect has not happened and will not unless a person wants it to.
 *
 * @param outOfTime it was tried until it was of no use any more; otherwise it was refused for good
 */
public record EffectAbandoned(Effect effect, boolean outOfTime, String reason) {}
