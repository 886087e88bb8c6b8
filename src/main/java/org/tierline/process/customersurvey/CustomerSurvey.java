package org.tierline.process.customersurvey;

import static org.tierline.process.TicketProcess.required;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.process.TicketProcess;
import org.tierline.survey.SurveyAnswered;

/** The vocabulary of the CustomerSurvey model and of the review it calls. */
public final class CustomerSurvey {

  public static final String KEY = "CustomerSurvey";
  public static final String REVIEW_KEY = "LowRatingReview";
  public static final String TICKET_CLOSED = "Msg_TicketClosed";
  public static final String SURVEY_ANSWERED = "Msg_SurveyAnswered";
  public static final String ANSWER_CHANGED = "Msg_AnswerChanged";

  private static final String EXPIRES_AT = "expiresAt";
  private static final String SOLVED = "solved";
  private static final String RATING_LOW = "ratingLow";
  private static final String REASON = "reason";

  private CustomerSurvey() {}

  static void expiresAt(VariableScope scope, Instant expiry) {
    scope.setVariable(EXPIRES_AT, Date.from(expiry));
  }

  /**
   * @param toReview whether a lead shall look at the rating
   */
  static Map<String, Object> answer(SurveyAnswered answer, boolean toReview) {
    Map<String, Object> variables =
        new HashMap<>(TicketProcess.startVariables(answer.ticket(), answer.number()));
    variables.put(SOLVED, answer.solved());
    variables.put(RATING_LOW, toReview);
    return variables;
  }

  /** Why the ticket comes back, as the model says at the step that reopens it. */
  static String reason(VariableScope scope) {
    return (String) required(scope, REASON);
  }
}
