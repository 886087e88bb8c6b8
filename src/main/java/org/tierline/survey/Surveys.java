package org.tierline.survey;

import java.util.Optional;
import org.tierline.ticket.TicketId;

/** All surveys the desk has sent. */
public interface Surveys {

  void add(Survey survey);

  Optional<Survey> find(SurveyToken token);

  /**
   * Finds a survey and keeps others from answering it until the transaction ends, so that a double
   * click becomes one rating.
   */
  Optional<Survey> findToAnswer(SurveyToken token);

  /** The latest survey about a ticket. */
  Optional<Survey> findLatestAbout(TicketId ticket);
}
