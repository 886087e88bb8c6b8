package org.tierline.assignment;

import java.util.Optional;
import org.tierline.agent.Skill;
import org.tierline.ticket.Demand;

/**
 * What a ticket asks of the agent who takes it.
 *
 * @param skill empty when anybody will do
 * @param language what the customer writes, as a primary BCP 47 tag; empty when nobody knows
 * @param speaking how much the language counts
 * @param experience how much a senior agent is asked for
 * @param weight how much of the agent's capacity it takes
 */
record Need(
    Optional<Skill> skill,
    Optional<String> language,
    Demand speaking,
    Demand experience,
    int weight) {

  Need {
    if (weight < 1) {
      throw new IllegalArgumentException("Every ticket is some work");
    }
  }

  boolean isMetBy(Candidate candidate) {
    return skill.map(candidate::knows).orElse(true)
        && (speaking != Demand.REQUIRE || isSpokenBy(candidate))
        && (experience != Demand.REQUIRE || candidate.senior());
  }

  boolean isSpokenBy(Candidate candidate) {
    return language.map(candidate::speaks).orElse(true);
  }

  /** 0 for whoever has everything that is preferred, more for others. */
  int misfit(Candidate candidate) {
    int language = speaking == Demand.PREFER && !isSpokenBy(candidate) ? 1 : 0;
    int seniority = experience == Demand.PREFER && !candidate.senior() ? 1 : 0;
    return language + seniority;
  }

  /** Such as {@code skill BILLING, a senior, speaking de}. */
  String inWords() {
    return skill.map(s -> ", for skill " + s).orElse("")
        + (experience == Demand.ANY ? "" : ", a senior if there is one")
        + (speaking == Demand.ANY ? "" : language.map(l -> ", speaking " + l).orElse(""));
  }
}
