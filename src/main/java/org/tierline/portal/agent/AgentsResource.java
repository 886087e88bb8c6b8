package org.tierline.portal.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Absence;
import org.tierline.agent.AgentId;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.EnlistAgent.Enlisted;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.PlanAbsence;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/** Who answers and when. Everybody speaks for themselves; a lead speaks for everybody. */
@RequestScoped
@Path("/api/v1/agents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class AgentsResource {

  private static final String LOGIN = "{login: " + AgentId.FORM + "}";

  private final AgentViews views;
  private final ChangeAvailability changeAvailability;
  private final PlanAbsence planAbsence;
  private final Enlisting enlisting;
  private final LetAgentGo letAgentGo;

  @Inject
  public AgentsResource(
      AgentViews views,
      ChangeAvailability changeAvailability,
      PlanAbsence planAbsence,
      Enlisting enlisting,
      LetAgentGo letAgentGo) {
    this.views = views;
    this.changeAvailability = changeAvailability;
    this.planAbsence = planAbsence;
    this.enlisting = enlisting;
    this.letAgentGo = letAgentGo;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public AgentsResource() {
    this(null, null, null, null, null);
  }

  /** Everybody who takes tickets, team by team. */
  public record AgentsJson(List<AgentJson> agents) {}

  @GET
  public AgentsJson all() {
    return new AgentsJson(views.all());
  }

  @GET
  @Path(LOGIN)
  public AgentJson one(@PathParam("login") String login) {
    return views.agent(new AgentId(login));
  }

  /** Whether somebody wants work. */
  public record AvailabilityBody(@NotNull(message = "is missing") Boolean available) {}

  @PUT
  @Path(LOGIN + "/availability")
  @Consumes(MediaType.APPLICATION_JSON)
  public AgentJson available(
      @PathParam("login") String login,
      @NotNull(message = "is missing") @Valid AvailabilityBody body,
      @Context SecurityContext caller) {
    AgentId agent = demandMayChange(login, caller);
    try {
      changeAvailability.change(agent, body.available());
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
    return views.agent(agent);
  }

  /**
   * A time somebody is away.
   *
   * @param reason for colleagues
   */
  public record AbsenceBody(
      @NotNull(message = "is missing") Instant from,
      @NotNull(message = "is missing") Instant until,
      @Nullable @Size(max = Absence.MAX_REASON_LENGTH, message = "must not be longer than 200 characters") String reason) {}

  @POST
  @Path(LOGIN + "/absences")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response plan(
      @PathParam("login") String login,
      @NotNull(message = "is missing") @Valid AbsenceBody body,
      @Context SecurityContext caller) {
    AgentId agent = demandMayChange(login, caller);
    try {
      Absence absence =
          planAbsence.plan(
              agent,
              body.from(),
              body.until(),
              body.reason() == null ? "" : body.reason(),
              Callers.agent(caller));
      return Response.status(Response.Status.CREATED)
          .entity(AgentJson.AbsenceJson.of(absence))
          .build();
    } catch (IllegalArgumentException e) {
      throw invalid("until", e);
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
  }

  /** Takes back an absence to come; ends one under way. */
  @DELETE
  @Path(LOGIN + "/absences/{absence}")
  public void cancel(
      @PathParam("login") String login,
      @PathParam("absence") UUID absence,
      @Context SecurityContext caller) {
    if (!planAbsence.cancel(demandMayChange(login, caller), absence)) {
      throw new NotFoundException();
    }
  }

  /**
   * Says all there is to say about an agent; one the desk does not know joins it, and gets an
   * account if they have none. One who had left is back.
   */
  @PUT
  @Path(LOGIN)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"lead", "camunda-admin"})
  public Response enlist(
      @PathParam("login") String login, @NotNull(message = "is missing") @Valid AgentBody body) {
    AgentId agent = new AgentId(login);
    Enlisted enlisted = enlisting.enlist(agent, body);
    AgentJson json = views.agent(agent).withFirstPassword(enlisted.firstPassword().orElse(null));
    return Response.status(enlisted.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(json)
        .build();
  }

  /** Takes an agent off duty for good; their tickets go back to the queues. */
  @DELETE
  @Path(LOGIN)
  @RolesAllowed({"lead", "camunda-admin"})
  public void letGo(@PathParam("login") String login, @Context SecurityContext caller) {
    try {
      letAgentGo.letGo(new AgentId(login), Callers.agent(caller));
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
  }

  private static AgentId demandMayChange(String login, SecurityContext caller) {
    AgentId agent = new AgentId(login);
    if (!Callers.maySpeakFor(agent, caller)) {
      throw new ForbiddenException();
    }
    return agent;
  }

  public static ProblemException invalid(String field, IllegalArgumentException why) {
    return new ProblemException(
        Problem.invalid(List.of(new Problem.FieldError(field, String.valueOf(why.getMessage())))));
  }
}
