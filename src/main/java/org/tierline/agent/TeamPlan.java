package org.tierline.agent;

import java.util.Optional;

/**
 * What a lead says about a team.
 *
 * @param name as staff and customers read it
 * @param tier 1 for those who see a request first; higher numbers look deeper
 * @param expectation when a customer whose ticket comes here may expect an answer; empty for a team
 *     customers are not told of
 * @param alertedOnArrival whether the members are told of every ticket that comes
 */
public record TeamPlan(
    String name, int tier, Optional<Team.Expectation> expectation, boolean alertedOnArrival) {

  public static final int MAX_NAME_LENGTH = 100;
  public static final int LAST_TIER = 9;

  public TeamPlan {
    name = name.strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "A team's name has 1 to " + MAX_NAME_LENGTH + " characters");
    }
    if (tier < 1 || tier > LAST_TIER) {
      throw new IllegalArgumentException("A tier is between 1 and " + LAST_TIER);
    }
  }
}
