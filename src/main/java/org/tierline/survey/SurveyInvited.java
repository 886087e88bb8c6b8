package org.tierline.survey;

import org.tierline.ticket.TicketId;

/** The customer shall be asked whether we helped; the token opens their survey. */
public record SurveyInvited(TicketId ticket, String token) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "SurveyInvited[ticket=" + ticket + "]";
  }
}
