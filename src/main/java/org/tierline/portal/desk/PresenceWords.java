package org.tierline.portal.desk;

import org.tierline.agent.Presence;

/**
 * How a page tells whether somebody is there.
 *
 * @param state in words
 * @param tone how the words are coloured
 */
record PresenceWords(String state, String tone) {

  static PresenceWords of(Presence presence) {
    return switch (presence) {
      case ON_DUTY -> new PresenceWords("Available", "");
      case AWAY -> new PresenceWords("Away", "low");
      case OFF_SHIFT -> new PresenceWords("Off shift", "low");
      case ABSENT -> new PresenceWords("Absent", "waiting");
      case LEFT -> new PresenceWords("Left the desk", "low");
    };
  }
}
