package org.tierline.survey;

import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;

/**
 * The customer rated our help, or changed an earlier rating.
 *
 * @param stars 1 to 5
 * @param solved whether they say that the problem is gone
 */
public record SurveyAnswered(TicketId ticket, TicketNumber number, int stars, boolean solved) {

  /** The most stars at which somebody shall ask what went wrong. */
  private static final int LOW = 2;

  /** Whether a lead shall look at it. */
  public boolean isLow() {
    return stars <= LOW;
  }
}
