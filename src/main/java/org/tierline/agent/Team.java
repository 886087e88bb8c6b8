package org.tierline.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A group of agents who share a queue, such as tier 1 or accounting; data, not code. */
@Entity
public class Team {

  @Id private String code;

  private String name;

  private int tier;

  private @Nullable Integer answersAfterHours;

  private @Nullable Integer answersWithinHours;

  private boolean alertedOnArrival;

  protected Team() {} // for JPA

  /**
   * @param tier 1 for those who see a request first; higher numbers look deeper
   * @param expectation when a customer whose ticket comes here may expect an answer
   * @param alertedOnArrival whether the members are told of every ticket that comes
   */
  public Team(
      TeamId id,
      String name,
      int tier,
      Optional<Expectation> expectation,
      boolean alertedOnArrival) {
    this.code = id.value();
    this.name = name;
    this.tier = tier;
    this.answersAfterHours = expectation.map(Expectation::fromHours).orElse(null);
    this.answersWithinHours = expectation.map(Expectation::toHours).orElse(null);
    this.alertedOnArrival = alertedOnArrival;
  }

  void follow(TeamPlan plan) {
    name = plan.name();
    tier = plan.tier();
    answersAfterHours = plan.expectation().map(Expectation::fromHours).orElse(null);
    answersWithinHours = plan.expectation().map(Expectation::toHours).orElse(null);
    alertedOnArrival = plan.alertedOnArrival();
  }

  /**
   * When specialists usually answer, in hours from the moment they get a ticket.
   *
   * @param fromHours at the earliest
   * @param toHours at the latest
   */
  public record Expectation(int fromHours, int toHours) {

    private static final int A_YEAR = 366 * 24;

    public Expectation {
      if (fromHours < 0 || toHours < fromHours || toHours > A_YEAR) {
        throw new IllegalArgumentException(
            "Nobody answers in " + fromHours + "–" + toHours + " hours");
      }
    }

    /** As a customer reads it, such as {@code 24–48 hours}. */
    @Override
    public String toString() {
      return fromHours + "–" + toHours + " hours";
    }
  }

  public TeamId id() {
    return new TeamId(code);
  }

  public String name() {
    return name;
  }

  public int tier() {
    return tier;
  }

  /** Empty for a team customers do not hear of, such as the leads. */
  public Optional<Expectation> expectation() {
    return answersAfterHours == null || answersWithinHours == null
        ? Optional.empty()
        : Optional.of(new Expectation(answersAfterHours, answersWithinHours));
  }

  public boolean isAlertedOnArrival() {
    return alertedOnArrival;
  }
}
