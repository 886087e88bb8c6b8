package org.tierline.ticket;

import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.platform.StorableText;

/**
 * What a list of tickets shall show.
 *
 * @param text words in the subject, or a ticket number
 * @param page counted from 0
 * @param pageSize at most {@value #MAX_PAGE_SIZE}
 */
public record TicketQuery(
    Optional<TicketStatus> status,
    Optional<String> text,
    Whose whose,
    Order order,
    int page,
    int pageSize) {

  public static final int MAX_PAGE_SIZE = 100;

  /** In which order, and with that: which at all. */
  public enum Order {
    /** All, by their numbers. */
    NEWEST_FIRST,
    /** Those whose clock runs, by the nearest of their due dates; last what nothing is due for. */
    DUE_FIRST
  }

  /**
   * Whose tickets.
   *
   * @param team of this team, whether one of its agents has them or its queue
   * @param owner of this agent
   * @param unowned nobody's yet: new, or waiting in a queue
   */
  public record Whose(Optional<TeamId> team, Optional<AgentId> owner, boolean unowned) {

    public static final Whose ANYBODYS = new Whose(Optional.empty(), Optional.empty(), false);
  }

  public TicketQuery {
    text = text.map(StorableText::of).filter(words -> !words.isBlank());
    if (page < 0 || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("No page " + page + " of size " + pageSize);
    }
  }

  /** The page of one ticket that tells whether anything follows this page. */
  public TicketQuery firstBehind() {
    return new TicketQuery(status, text, whose, order, (page + 1) * pageSize, 1);
  }
}
