package org.tierline.portal.sla;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the clock, as a program asks it. Everything is text here, so that what is wrong can
 * be said of the field that is wrong.
 *
 * @param calendar an object with {@code zone}, {@code hours} and {@code holidays}, or the name of a
 *     calendar of the desk
 * @param businessTime whether only the calendar's opening counts; it does if nothing is said
 * @param warnBefore half an hour if nothing is said
 * @param now the present if nothing is said
 */
record PreviewRequest(
    @Nullable JsonNode calendar,
    @Nullable String openedAt,
    @Nullable String target,
    @Nullable Boolean businessTime,
    @Nullable String warnBefore,
    @Nullable List<@Nullable PauseJson> pauses,
    @Nullable String now) {

  /**
   * A time in which the clock stands.
   *
   * @param to not given while the pause lasts
   */
  record PauseJson(@Nullable String from, @Nullable String to) {}
}
