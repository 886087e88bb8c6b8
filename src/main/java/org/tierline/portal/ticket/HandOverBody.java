package org.tierline.portal.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.HandOverNote;

/**
 * What an agent leaves to the next one; all three must say something.
 *
 * @param tried what was tried and what came of it
 * @param reproduced whether and how the problem was reproduced
 * @param missing what is still unknown or has to be done
 */
public record HandOverBody(
    @Nullable String tried, @Nullable String reproduced, @Nullable String missing) {

  private static final int MAX_LENGTH = 10_000;

  /** Well-formed, but it says too little (RFC 9110). */
  private static final int UNPROCESSABLE = 422;

  /**
   * The note, complete.
   *
   * @throws ProblemException 422, naming the fields that say nothing
   */
  public static HandOverNote demand(@Nullable HandOverBody body) {
    HandOverBody given = body == null ? new HandOverBody(null, null, null) : body;
    Map<String, String> fields = new TreeMap<>();
    fields.put("tried", text(given.tried));
    fields.put("reproduced", text(given.reproduced));
    fields.put("missing", text(given.missing));
    List<Problem.FieldError> errors = new ArrayList<>();
    fields.forEach(
        (field, text) -> {
          if (text.isBlank()) {
            errors.add(new Problem.FieldError("handOver." + field, "must say something"));
          } else if (text.length() > MAX_LENGTH) {
            errors.add(
                new Problem.FieldError(
                    "handOver." + field, "must not be longer than " + MAX_LENGTH + " characters"));
          }
        });
    if (!errors.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "/problems/hand-over-incomplete",
              "The hand-over is incomplete",
              UNPROCESSABLE,
              "Whoever goes on needs to know what was tried, what was reproduced and what is"
                  + " missing.",
              errors));
    }
    return new HandOverNote(text(given.tried), text(given.reproduced), text(given.missing));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
