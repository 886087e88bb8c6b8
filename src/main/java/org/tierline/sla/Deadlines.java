package org.tierline.sla;

import java.time.Instant;

/** When to warn of the next target that is still open, and when it is missed. */
public record Deadlines(Instant warnAt, Instant breachAt) {}
