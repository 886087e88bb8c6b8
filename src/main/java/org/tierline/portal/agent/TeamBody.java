package org.tierline.portal.agent;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Team;
import org.tierline.agent.TeamPlan;
import org.tierline.portal.ProblemException;

/**
 * What a lead says about a team.
 *
 * @param tier 1 for those who see a request first
 * @param answersAfterHours what a customer is told when a ticket comes here; both or neither
 * @param alertedOnArrival false where nothing is said
 */
public record TeamBody(
    @NotNull(message = "is missing") String name,
    @NotNull(message = "is missing") Integer tier,
    @Nullable Integer answersAfterHours,
    @Nullable Integer answersWithinHours,
    @Nullable Boolean alertedOnArrival) {

  /**
   * The plan, checked.
   *
   * @throws ProblemException naming the field that says something wrong
   */
  public TeamPlan plan() {
    Optional<Team.Expectation> expectation = read("answersWithinHours", this::expectation);
    boolean alerted = Boolean.TRUE.equals(alertedOnArrival);
    read("name", () -> new TeamPlan(name, 1, expectation, alerted));
    return read("tier", () -> new TeamPlan(name, tier, expectation, alerted));
  }

  private Optional<Team.Expectation> expectation() {
    if (answersAfterHours == null && answersWithinHours == null) {
      return Optional.empty();
    }
    if (answersAfterHours == null || answersWithinHours == null) {
      throw new IllegalArgumentException("needs both hours or neither");
    }
    return Optional.of(new Team.Expectation(answersAfterHours, answersWithinHours));
  }

  private static <T> T read(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw AgentsResource.invalid(field, e);
    }
  }
}
