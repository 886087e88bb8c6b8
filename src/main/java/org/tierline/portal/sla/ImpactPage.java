package org.tierline.portal.sla;

import java.time.ZoneId;
import java.util.List;
import org.tierline.portal.desk.Reader;
import org.tierline.sla.CalendarChange;
import org.tierline.sla.CalendarImpact;

/**
 * What a change would do to the tickets that are open, before it is saved.
 *
 * @param notShown how many moved due dates are not in the list
 */
record ImpactPage(
    Reader.Who who,
    boolean isCalendars,
    CalendarForm form,
    int running,
    int moved,
    boolean movesSome,
    List<Move> moves,
    int notShown,
    boolean hasMore,
    String zone) {

  /** A due date that would move. */
  record Move(long number, String target, String before, String after, boolean isEarlier) {}

  static ImpactPage of(
      Reader.Who who,
      CalendarForm form,
      CalendarChange change,
      CalendarImpact impact,
      ZoneId deskZone) {
    ZoneId zone = change.rules().zone() == null ? deskZone : change.rules().zone();
    List<Move> moves =
        impact.next().stream()
            .map(
                move ->
                    new Move(
                        move.ticket().value(),
                        move.target().words(),
                        TimeWords.time(move.before(), zone),
                        TimeWords.time(move.after(), zone),
                        move.after().isBefore(move.before())))
            .toList();
    int notShown = impact.dates() - moves.size();
    return new ImpactPage(
        who,
        true,
        form,
        impact.running(),
        impact.moved(),
        impact.moved() > 0,
        moves,
        notShown,
        notShown > 0,
        zone.getId());
  }
}
