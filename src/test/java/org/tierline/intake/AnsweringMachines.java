package org.tierline.intake;

import java.util.HashSet;
import java.util.Set;
import org.tierline.ticket.TicketId;

/** Tells tests of other features which tickets machines opened. */
public final class AnsweringMachines {

  private final Set<TicketId> tickets = new HashSet<>();

  public void opened(TicketId ticket) {
    tickets.add(ticket);
  }

  public Correspondence correspondence() {
    return new Correspondence() {
      @Override
      public boolean mayAnswerAutomatically(TicketId ticket) {
        return !tickets.contains(ticket);
      }
    };
  }
}
