package org.tierline.intake;

import java.util.Optional;
import java.util.UUID;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;

/** What an arriving mail is for the desk, and why. */
public sealed interface Verdict {

  /** In a sentence a person can check. */
  String reason();

  /**
   * @param relatesTo an earlier ticket to see beside the new one
   */
  record NewTicket(Optional<TicketNumber> relatesTo, String reason) implements Verdict {}

  /**
   * @param wakes whether somebody has to read it now; what is only collected waits its turn
   */
  record FollowUp(TicketId ticket, boolean wakes, String reason) implements Verdict {

    FollowUp(TicketId ticket, String reason) {
      this(ticket, true, reason);
    }
  }

  /**
   * @param original where the same mail was seen first
   */
  record Duplicate(UUID original, String reason) implements Verdict {}

  /**
   * Kept, but neither a ticket nor an answer comes of it.
   *
   * @param about the ticket a machine tells us something about, if it does
   */
  record Suppressed(Optional<TicketId> about, String reason) implements Verdict {

    Suppressed(String reason) {
      this(Optional.empty(), reason);
    }
  }

  /** A person has to look. */
  record Quarantined(String reason) implements Verdict {}
}
