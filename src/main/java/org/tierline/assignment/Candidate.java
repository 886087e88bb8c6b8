package org.tierline.assignment;

import java.util.Set;
import org.tierline.agent.AgentId;
import org.tierline.agent.Skill;

/**
 * An available agent, seen through the question "could you take one more ticket?".
 *
 * @param skills what the agent knows; none named means a bit of everything
 * @param load the weight of the tickets the agent has to work on now
 */
record Candidate(AgentId agent, Set<Skill> skills, int load, int capacity) {

  Candidate {
    if (load < 0 || capacity < 0) {
      throw new IllegalArgumentException("Neither load nor capacity can be negative");
    }
    skills = Set.copyOf(skills);
  }

  boolean hasRoom() {
    return load < capacity;
  }

  boolean knows(Skill needed) {
    return skills.isEmpty() || skills.contains(needed);
  }
}
