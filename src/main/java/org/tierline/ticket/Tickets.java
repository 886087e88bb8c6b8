package org.tierline.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.customer.CustomerId;

/** All tickets of the desk. */
public interface Tickets {

  /** The next human number; numbers are never used twice but may have gaps. */
  TicketNumber nextNumber();

  void add(Ticket ticket);

  /**
   * @throws UnknownTicketException if there is no such ticket
   */
  Ticket get(TicketId id);

  Optional<Ticket> find(TicketId id);

  /**
   * Looks at a ticket again: somebody may have changed it while we waited. To be called before we
   * change it ourselves.
   */
  void reread(Ticket ticket);

  Optional<Ticket> find(TicketNumber number);

  /**
   * The ticket in which a conversation goes on: the same, unless it was merged. The end is always
   * reached, for only an open ticket takes another one in.
   */
  default Ticket survivor(Ticket ticket) {
    return ticket.mergedInto().map(into -> survivor(get(into))).orElse(ticket);
  }

  /** Finds the ticket whose status page a link opens. */
  Optional<Ticket> findByStatusToken(StatusToken token);

  /** Finds the ticket one of whose messages travelled under this Message-ID header. */
  Optional<Ticket> findByMailMessageId(String mailMessageId);

  /** What these agents have to work on now; tickets that wait are no work. */
  List<WorkInHand> workInHand(Set<AgentId> agents);

  /** The tickets an agent works on now, without those that wait. */
  List<Ticket> inWorkBy(AgentId agent);

  /**
   * The tickets of a team that wait for an owner: most urgent, then oldest. One that is still being
   * triaged and acknowledged waits for nobody; its process asks for an owner when that is done.
   */
  List<Ticket> queueOf(TeamId team, int most);

  /** All unfinished tickets, counted by whose they are and what kind they are. */
  List<StandingWork> standing(Instant now);

  /**
   * The tickets whose owner a lead has to decide on, those that are much too late with the one they
   * have among them: most urgent, then oldest.
   */
  List<Ticket> forLeads(int most);

  /** What a customer still waits for, oldest first. */
  List<Ticket> unfinishedOf(CustomerId customer);

  /** What a customer asked for so far, newest first. */
  List<Ticket> ofCustomer(CustomerId customer, int most);

  /** Tickets for a list, newest first. */
  List<Ticket> search(TicketQuery query);

  /**
   * A page of the tickets that are neither solved nor closed, by number, with their history: for
   * whoever goes through all of them, a page at a time.
   *
   * @param after the number of the last ticket of the page before; 0 to begin
   */
  List<Ticket> unfinished(long after, int most);
}
