package org.tierline.portal.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;

/** One line of a ticket's history. */
public record TimelineJson(
    int sequence,
    HistoryKind kind,
    Author.Kind actorKind,
    String actor,
    Instant at,
    String what,
    @Nullable String why) {

  static TimelineJson of(HistoryEntry entry) {
    return new TimelineJson(
        entry.sequence(),
        entry.kind(),
        entry.actor().kind(),
        entry.actor().name(),
        entry.at(),
        entry.what(),
        entry.why().orElse(null));
  }
}
