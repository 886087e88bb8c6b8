package org.tierline.portal.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.TicketStatus;

/** The status asked for in a list; blank means any. */
public record TicketStatusParam(Optional<TicketStatus> status) {

  /** JAX-RS calls this for the query parameter. */
  public static TicketStatusParam valueOf(String text) {
    if (text.isBlank()) {
      return new TicketStatusParam(Optional.empty());
    }
    return Arrays.stream(TicketStatus.values())
        .filter(status -> status.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .map(status -> new TicketStatusParam(Optional.of(status)))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.invalid(
                        List.of(
                            new Problem.FieldError(
                                "status",
                                "must be one of " + Arrays.toString(TicketStatus.values()))))));
  }
}
