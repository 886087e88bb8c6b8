package org.tierline.survey;

/** The rating is older than a week and can no longer be changed. */
public class SurveyOverException extends Exception {

  public SurveyOverException() {
    super("The rating is final");
  }
}
