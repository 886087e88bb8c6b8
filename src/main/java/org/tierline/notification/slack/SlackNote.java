package org.tierline.notification.slack;

import java.time.Instant;
import java.util.Optional;

/**
 * What the desk writes in Slack.
 *
 * @param text a sentence; nothing in it is markup
 * @param link where to look, absolute
 * @param ticket the number of the ticket that buttons below it act on, if there shall be any
 * @param at when it became true; a note that is held up says so
 * @param reader the login of whom it was written to alone, if to one person
 * @param alarm whether it has to arrive now, some way or other
 */
public record SlackNote(
    String text,
    String link,
    Optional<Long> ticket,
    Instant at,
    Optional<String> reader,
    boolean alarm) {

  /** Whether it goes to its reader by mail when Slack does not take it. */
  public boolean goesByMailInstead() {
    return alarm && reader.isPresent();
  }
}
