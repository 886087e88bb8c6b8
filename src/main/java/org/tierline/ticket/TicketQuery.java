package org.tierline.ticket;

import java.util.Optional;
import org.tierline.platform.StorableText;

/**
 * What a list of tickets shall show.
 *
 * @param text words in the subject, or a ticket number
 * @param page counted from 0
 * @param pageSize at most {@value #MAX_PAGE_SIZE}
 */
public record TicketQuery(
    Optional<TicketStatus> status, Optional<String> text, int page, int pageSize) {

  public static final int MAX_PAGE_SIZE = 100;

  public TicketQuery {
    text = text.map(StorableText::of).filter(words -> !words.isBlank());
    if (page < 0 || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("No page " + page + " of size " + pageSize);
    }
  }
}
