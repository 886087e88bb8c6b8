package org.tierline.agent;

import org.tierline.platform.mail.EmailAddress;

/**
 * What a lead says about a colleague who shall take tickets.
 *
 * @param name as colleagues and customers read it
 * @param email where the desk writes to them
 */
public record Enlistment(
    AgentId login, String name, EmailAddress email, TeamId team, Profile profile) {

  public static final int MAX_NAME_LENGTH = 200;

  public Enlistment {
    name = name.strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException("A name has 1 to " + MAX_NAME_LENGTH + " characters");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A name is one line");
    }
  }

  /** Somebody we know only by what they are given; their profile follows. */
  Agent asAgent() {
    return new Agent(
        login, name, email, team, profile.skills(), profile.languages(), profile.capacity());
  }
}
