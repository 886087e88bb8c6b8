package org.tierline.portal.sla;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a lead typed into the calculator; times are those on the wall of the calendar. */
record CalculatorForm(
    String calendar,
    String openedAt,
    String target,
    boolean businessTime,
    String warnBefore,
    String pauses,
    String now) {

  /** Between the two ends of a pause: a dash with space around it, or the word. */
  private static final Pattern UNTIL = Pattern.compile("\\s+(?:-|–|to|until)(?:\\s+|$)");

  static CalculatorForm of(MultivaluedMap<String, String> typed) {
    return new CalculatorForm(
        text(typed, "calendar"),
        text(typed, "openedAt"),
        text(typed, "target"),
        !"calendar".equals(typed.getFirst("time")),
        text(typed, "warnBefore"),
        text(typed, "pauses"),
        text(typed, "now"));
  }

  private static String text(MultivaluedMap<String, String> typed, String name) {
    String text = typed.getFirst(name);
    return text == null ? "" : text.strip();
  }

  /** The same question as a program would ask it; what cannot be read stays as it was typed. */
  PreviewRequest question(ZoneId zone) {
    return new PreviewRequest(
        TextNode.valueOf(calendar),
        instant(openedAt, zone),
        TimeWords.spanForPrograms(target),
        businessTime,
        warnBefore.isEmpty() ? null : TimeWords.spanForPrograms(warnBefore),
        pauses(zone),
        now.isEmpty() ? null : instant(now, zone));
  }

  private List<PreviewRequest.@Nullable PauseJson> pauses(ZoneId zone) {
    List<PreviewRequest.@Nullable PauseJson> read = new ArrayList<>();
    for (String line : pauses.lines().filter(line -> !line.isBlank()).toList()) {
      String[] ends = UNTIL.split(line.strip() + " ", 2);
      boolean isOpen = ends.length < 2 || ends[1].isBlank();
      read.add(
          new PreviewRequest.PauseJson(
              instant(ends[0], zone), isOpen ? null : instant(ends[1], zone)));
    }
    return read;
  }

  private static String instant(String typed, ZoneId zone) {
    Optional<Instant> onTheWall = TimeWords.onTheWall(typed, zone);
    return onTheWall.map(Instant::toString).orElse(typed);
  }
}
