package org.tierline.escalation;

import java.util.Optional;

/** A lead decided on a ticket whose owner is not the one they saw. */
public class TakenMeanwhileException extends Exception {

  TakenMeanwhileException(Optional<String> owner) {
    super(
        owner
            .map(name -> name + " has it since you looked; decide again if it shall not stay so")
            .orElse("Nobody has it any more since you looked; please decide again"));
  }
}
