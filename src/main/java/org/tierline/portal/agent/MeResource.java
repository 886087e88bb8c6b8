package org.tierline.portal.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.Roles;
import org.tierline.agent.Teams;

/** The staff member who asks. */
@RequestScoped
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class MeResource {

  private final Agents agents;
  private final Teams teams;
  private final ChangeAvailability changeAvailability;

  @Inject
  public MeResource(Agents agents, Teams teams, ChangeAvailability changeAvailability) {
    this.agents = agents;
    this.teams = teams;
    this.changeAvailability = changeAvailability;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public MeResource() {
    this(null, null, null);
  }

  /**
   * Who somebody is at this desk.
   *
   * @param team null for staff who take no tickets
   * @param available whether they want work; null for staff who take no tickets
   */
  public record MeJson(
      String login,
      String name,
      @Nullable String team,
      List<String> roles,
      @Nullable Boolean available) {}

  /** What somebody may change about themselves. */
  public record AvailabilityBody(@NotNull(message = "is missing") Boolean available) {}

  @GET
  public MeJson me(@Context SecurityContext caller) {
    AgentId id = Callers.agent(caller);
    Optional<Agent> agent = agents.find(id);
    return new MeJson(
        id.value(),
        agent.map(Agent::displayName).orElse(id.value()),
        agent.map(a -> a.team().value()).orElse(null),
        roles(caller),
        agent.map(Agent::isAvailable).orElse(null));
  }

  private List<String> roles(SecurityContext caller) {
    return Stream.concat(
            Roles.DOORS.stream().sorted(Comparator.reverseOrder()),
            teams.all().stream().map(team -> team.id().value()))
        .distinct()
        .filter(caller::isUserInRole)
        .toList();
  }

  /** Signs in for work, or steps away. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public MeJson change(
      @NotNull(message = "is missing") @Valid AvailabilityBody body,
      @Context SecurityContext caller)
      throws NotAnAgentException {
    changeAvailability.change(Callers.agent(caller), body.available());
    return me(caller);
  }
}
