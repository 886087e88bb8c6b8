package org.tierline.agent;

import java.time.ZoneId;
import java.util.Set;

/**
 * What a lead says about an agent.
 *
 * @param capacity the weight of the tickets the agent can work on at once
 * @param senior whether difficult customers are in good hands here
 * @param skills none named means a bit of everything
 * @param languages BCP 47 tags of the languages the agent answers in
 * @param week the agent's shifts, in the agent's zone
 */
public record Profile(
    int capacity,
    boolean senior,
    Set<Skill> skills,
    Set<String> languages,
    ZoneId zone,
    WorkingWeek week) {

  private static final int MOST_CAPACITY = 1000;

  public Profile {
    if (capacity < 0 || capacity > MOST_CAPACITY) {
      throw new IllegalArgumentException("A capacity is between 0 and " + MOST_CAPACITY);
    }
    skills = Set.copyOf(skills);
    languages = Set.copyOf(languages);
  }
}
