package org.tierline.sla;

/** Somebody else saved another version of the calendar while this one was written. */
public class CalendarChangedMeanwhileException extends Exception {

  private static final long serialVersionUID = 1L;

  CalendarChangedMeanwhileException(String calendar, int basedOn, int newest) {
    super(
        "This was written for version %d of %s, but version %d is the newest"
            .formatted(basedOn, calendar, newest));
  }
}
