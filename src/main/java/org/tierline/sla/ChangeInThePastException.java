package org.tierline.sla;

import java.time.LocalDate;

/** Nobody changes when the desk was open: what ran is used up. */
public class ChangeInThePastException extends Exception {

  private static final long serialVersionUID = 1L;

  ChangeInThePastException(LocalDate validFrom, LocalDate today) {
    super("%s is over; the earliest date for a change is today, %s".formatted(validFrom, today));
  }
}
