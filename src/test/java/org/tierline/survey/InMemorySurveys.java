package org.tierline.survey;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tierline.ticket.TicketId;

public class InMemorySurveys implements Surveys {

  private final Map<SurveyToken, Survey> surveys = new LinkedHashMap<>();

  @Override
  public void add(Survey survey) {
    surveys.put(survey.token(), survey);
  }

  @Override
  public Optional<Survey> find(SurveyToken token) {
    return Optional.ofNullable(surveys.get(token));
  }

  @Override
  public Optional<Survey> findToAnswer(SurveyToken token) {
    return find(token);
  }

  @Override
  public Optional<Survey> findLatestAbout(TicketId ticket) {
    return surveys.values().stream()
        .filter(survey -> survey.ticket().equals(ticket))
        .max(Comparator.comparing(Survey::invitedAt));
  }
}
