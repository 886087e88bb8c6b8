package org.tierline.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.StorableText;

/** One line of a ticket's history: who changed what, when, and why. Written once, never changed. */
@Entity
public class HistoryEntry {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  /** 1 for the first entry of the ticket, without gaps: a missing number means tampering. */
  private int sequence;

  @Enumerated(EnumType.STRING)
  private HistoryKind kind;

  @Enumerated(EnumType.STRING)
  private Author.Kind actorKind;

  private String actorId;

  private String actorName;

  @Column(name = "happened_at")
  private Instant at;

  private String what;

  private @Nullable String why;

  protected HistoryEntry() {} // for JPA

  HistoryEntry(
      Ticket ticket,
      int sequence,
      HistoryKind kind,
      Author actor,
      String what,
      @Nullable String why,
      Instant at) {
    this.id = UUID.randomUUID();
    this.ticket = ticket;
    this.sequence = sequence;
    this.kind = kind;
    this.actorKind = actor.kind();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.what = what;
    this.why = why == null ? null : StorableText.of(why);
    this.at = at;
  }

  public TicketId ticket() {
    return ticket.id();
  }

  public int sequence() {
    return sequence;
  }

  public HistoryKind kind() {
    return kind;
  }

  public Author actor() {
    return new Author(actorKind, actorId, actorName);
  }

  public Instant at() {
    return at;
  }

  /** What changed, as a sentence without subject, such as {@code assigned to ana}. */
  public String what() {
    return what;
  }

  /** The reason a person gave, or the rule and its version that decided. */
  public Optional<String> why() {
    return Optional.ofNullable(why);
  }
}
