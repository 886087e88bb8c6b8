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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.NotAnAgentException;

/** The staff member who asks. */
@RequestScoped
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class MeResource {

  private static final List<String> ROLES =
      List.of(
          "staff",
          "tier1",
          "tier2",
          "accounting",
          "engineering",
          "product",
          "lead",
          "analyst",
          "camunda-admin");

  private final Agents agents;
  private final ChangeAvailability changeAvailability;

  @Inject
  public MeResource(Agents agents, ChangeAvailability changeAvailability) {
    this.agents = agents;
    this.changeAvailability = changeAvailability;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public MeResource() {
    this(null, null);
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
    AgentId id = agent(caller);
    Optional<Agent> agent = agents.find(id);
    return new MeJson(
        id.value(),
        agent.map(Agent::displayName).orElse(id.value()),
        agent.map(a -> a.team().value()).orElse(null),
        Stream.concat(ROLES.stream(), agent.map(a -> a.team().value()).stream())
            .distinct()
            .filter(caller::isUserInRole)
            .toList(),
        agent.map(Agent::isAvailable).orElse(null));
  }

  /** Signs in for work, or steps away. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public MeJson change(
      @NotNull(message = "is missing") @Valid AvailabilityBody body,
      @Context SecurityContext caller)
      throws NotAnAgentException {
    changeAvailability.change(agent(caller), body.available());
    return me(caller);
  }

  private static AgentId agent(SecurityContext caller) {
    return new AgentId(caller.getUserPrincipal().getName());
  }
}
