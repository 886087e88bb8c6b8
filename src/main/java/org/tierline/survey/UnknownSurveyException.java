package org.tierline.survey;

/** The link opens no survey: there never was one, or it has expired. Strangers learn no more. */
public class UnknownSurveyException extends Exception {

  public UnknownSurveyException() {
    super("This link opens no survey");
  }
}
