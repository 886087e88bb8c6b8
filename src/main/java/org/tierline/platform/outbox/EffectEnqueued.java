package org.tierline.platform.outbox;

/** There is something to carry out as soon as the transaction has committed. */
record EffectEnqueued() {}
