package org.tierline.sla.ladder;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.TicketId;

/** A step of a ladder was taken. Written once, never changed. */
@Entity(name = "LadderStepTaken")
class TakenStep {

  @Id private UUID id;

  private UUID ticketId;

  @Enumerated(EnumType.STRING)
  private SlaTarget target;

  private Instant since;

  private String step;

  private Instant dueAt;

  private Instant takenAt;

  protected TakenStep() {} // for JPA

  TakenStep(TicketId ticket, DueStep due, Instant now) {
    this.id = UUID.randomUUID();
    this.ticketId = ticket.value();
    this.target = due.clock().target();
    this.since = due.clock().since();
    this.step = due.step().name();
    this.dueAt = due.at();
    this.takenAt = now;
  }

  TicketId ticket() {
    return new TicketId(ticketId);
  }

  SlaTarget target() {
    return target;
  }

  /** What had started the clock: a later message of the customer starts the ladder anew. */
  Instant since() {
    return since;
  }

  String step() {
    return step;
  }

  /** When it was due; with the rest it keeps two from taking the same step. */
  Instant dueAt() {
    return dueAt;
  }

  /**
   * Whether it stands for a step that is due at this moment by today's reckoning. When a new
   * promise has moved that step beyond the moment it was taken, it is to be taken again.
   */
  boolean covers(Instant due) {
    return !due.isAfter(takenAt);
  }
}
