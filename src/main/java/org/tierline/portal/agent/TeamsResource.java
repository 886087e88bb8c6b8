package org.tierline.portal.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Team;
import org.tierline.agent.Teams;

/** The teams of the desk and their tiers. */
@RequestScoped
@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class TeamsResource {

  private final Teams teams;

  @Inject
  public TeamsResource(Teams teams) {
    this.teams = teams;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TeamsResource() {
    this(null);
  }

  /**
   * A team.
   *
   * @param tier 1 for those who see a request first
   * @param answersAfterHours what a customer is told when a ticket comes here; null for a team
   *     customers do not hear of
   * @param alertedOnArrival whether every member is told of every ticket that comes
   */
  public record TeamJson(
      String code,
      String name,
      int tier,
      @Nullable Integer answersAfterHours,
      @Nullable Integer answersWithinHours,
      boolean alertedOnArrival) {

    static TeamJson of(Team team) {
      return new TeamJson(
          team.id().value(),
          team.name(),
          team.tier(),
          team.expectation().map(Team.Expectation::fromHours).orElse(null),
          team.expectation().map(Team.Expectation::toHours).orElse(null),
          team.isAlertedOnArrival());
    }
  }

  /** From the first tier to the last. */
  public record TeamsJson(List<TeamJson> teams) {}

  @GET
  public TeamsJson all() {
    return new TeamsJson(teams.all().stream().map(TeamJson::of).toList());
  }
}
