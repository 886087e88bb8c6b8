package org.tierline.ticket;

import java.util.List;

/**
 * Open tickets that nobody would come back to: each has to have exactly one owner or one queue,
 * exactly one running lifecycle, and something to come, be it an open task or an armed timer.
 */
public interface StrayTickets {

  /** What is wrong with a ticket. */
  enum Fault {
    NO_LIFECYCLE("no lifecycle runs for it"),
    SEVERAL_LIFECYCLES("more than one lifecycle runs for it"),
    NOTHING_TO_COME("no task is open and no timer is armed for it"),
    OTHER_OWNER("its open work belongs to somebody else than the ticket"),
    NO_QUEUE("it waits in the queue of a team that does not exist");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /** As a lead reads it, after the ticket's number. */
    public String words() {
      return words;
    }
  }

  /** One ticket astray. */
  record Stray(TicketId ticket, TicketNumber number, Fault fault) {}

  /** All of them, in one look at the open tickets; none when all is well. */
  List<Stray> find();
}
