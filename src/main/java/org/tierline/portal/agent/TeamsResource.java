package org.tierline.portal.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;

/** The teams of the desk and their tiers. */
@RequestScoped
@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class TeamsResource {

  private static final String CODE = "{code: " + TeamId.FORM + "}";

  private final Teams teams;
  private final Teamwork teamwork;

  @Inject
  public TeamsResource(Teams teams, Teamwork teamwork) {
    this.teams = teams;
    this.teamwork = teamwork;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TeamsResource() {
    this(null, null);
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

  /** Says anew what there is to say about a team; one of a new code is founded. */
  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"lead", "camunda-admin"})
  public Response arrange(
      @PathParam("code") String code,
      @NotNull(message = "is missing") @Valid TeamBody body,
      @Context SecurityContext caller) {
    boolean isNew = teamwork.arrange(code, body, Callers.agent(caller));
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .entity(TeamJson.of(teams.find(new TeamId(code)).orElseThrow(NotFoundException::new)))
        .build();
  }

  /** Dissolves a team nobody and nothing needs. */
  @DELETE
  @Path(CODE)
  @RolesAllowed({"lead", "camunda-admin"})
  public void dissolve(@PathParam("code") String code, @Context SecurityContext caller) {
    teamwork.dissolve(new TeamId(code), Callers.agent(caller));
  }
}
