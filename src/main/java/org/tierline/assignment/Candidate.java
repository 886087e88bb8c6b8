package org.tierline.assignment;

import java.util.Set;
import org.tierline.agent.AgentId;
import org.tierline.agent.Skill;

/**
 * An agent at work, seen through the question "could you take one more ticket?".
 *
 * @param skills what the agent knows; none named means a bit of everything
 * @param languages primary tags of the languages the agent answers in
 * @param load the weight of the tickets the agent has to work on now
 */
record Candidate(
    AgentId agent,
    Set<Skill> skills,
    Set<String> languages,
    boolean senior,
    int load,
    int capacity) {

  Candidate {
    if (load < 0 || capacity < 0) {
      throw new IllegalArgumentException("Neither load nor capacity can be negative");
    }
    skills = Set.copyOf(skills);
    languages = Set.copyOf(languages);
  }

  /** Never more than the capacity; but who has nothing to do can take even what weighs more. */
  boolean hasRoomFor(int weight) {
    return load == 0 ? capacity > 0 : load + weight <= capacity;
  }

  boolean knows(Skill needed) {
    return skills.isEmpty() || skills.contains(needed);
  }

  boolean speaks(String language) {
    return languages.contains(language);
  }

  Candidate plus(int weight) {
    return new Candidate(agent, skills, languages, senior, load + weight, capacity);
  }
}
