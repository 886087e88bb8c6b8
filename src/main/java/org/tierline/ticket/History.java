package org.tierline.ticket;

import static java.util.Comparator.comparingInt;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, entry by entry; nothing is ever taken out. */
@Embeddable
class History {

  private int historyLength;

  private Instant updatedAt;

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
  private List<HistoryEntry> entries = new ArrayList<>();

  protected History() {} // for JPA

  History(Instant now) {
    this.updatedAt = now;
  }

  void record(
      Ticket ticket,
      HistoryKind kind,
      Author actor,
      String what,
      @Nullable String why,
      Instant now) {
    entries.add(new HistoryEntry(ticket, ++historyLength, kind, actor, what, why, now));
    updatedAt = now;
  }

  boolean tellsOf(HistoryKind kind) {
    return entries.stream().anyMatch(entry -> entry.kind() == kind);
  }

  /** The oldest first. */
  List<HistoryEntry> entries() {
    return entries.stream().sorted(comparingInt(HistoryEntry::sequence)).toList();
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
