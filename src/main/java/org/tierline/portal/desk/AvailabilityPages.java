package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.DescribeAgent;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.PlanAbsence;
import org.tierline.agent.Roles;
import org.tierline.portal.Pages;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.agent.AgentJson;
import org.tierline.portal.agent.AgentViews;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.agent.ProfileBody;

/** Where staff say when they work; leads say it for everybody and describe what agents can do. */
@RequestScoped
@Path("/desk/availability")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class AvailabilityPages {

  private static final String LOGIN = "{login: " + AgentId.FORM + "}";

  private final Pages pages;
  private final Reader reader;
  private final AgentViews views;
  private final ChangeAvailability changeAvailability;
  private final PlanAbsence planAbsence;
  private final DescribeAgent describeAgent;

  @Inject
  public AvailabilityPages(
      Pages pages,
      Reader reader,
      AgentViews views,
      ChangeAvailability changeAvailability,
      PlanAbsence planAbsence,
      DescribeAgent describeAgent) {
    this.pages = pages;
    this.reader = reader;
    this.views = views;
    this.changeAvailability = changeAvailability;
    this.planAbsence = planAbsence;
    this.describeAgent = describeAgent;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public AvailabilityPages() {
    this(null, null, null, null, null, null);
  }

  /** The reader's own availability and that of the colleagues. */
  @GET
  public Response own(@Context SecurityContext caller) {
    AgentId self = Callers.agent(caller);
    List<AgentJson> all = views.all();
    return all.stream()
        .filter(agent -> agent.login().equals(self.value()))
        .findFirst()
        .map(agent -> page(Response.Status.OK, agent, all, null, caller))
        .orElseGet(
            () ->
                pages.show(
                    "desk-colleagues",
                    new AvailabilityView.OfColleagues(
                        reader.of(caller),
                        true,
                        AvailabilityView.Colleague.all(all),
                        caller.isUserInRole(Roles.LEAD))));
  }

  /** The button in the head of every page: the reader signs in for work, or steps away. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response available(
      @FormParam("available") @DefaultValue("no") String available, @Context SecurityContext caller)
      throws NotAnAgentException {
    changeAvailability.change(Callers.agent(caller), available.equals("yes"));
    return Response.seeOther(URI.create("/desk/")).build();
  }

  /** Another agent's, for leads. */
  @GET
  @Path(LOGIN)
  public Response one(@PathParam("login") String login, @Context SecurityContext caller) {
    return page(Response.Status.OK, views.agent(mayChange(login, caller)), List.of(), null, caller);
  }

  @POST
  @Path(LOGIN + "/presence")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response available(
      @PathParam("login") String login,
      @FormParam("available") @DefaultValue("no") String available,
      @Context SecurityContext caller) {
    AgentId agent = mayChange(login, caller);
    try {
      changeAvailability.change(agent, available.equals("yes"));
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
    return back(agent, caller);
  }

  /** Times are wall times of the agent's zone, as a browser's field gives them. */
  @POST
  @Path(LOGIN + "/absences")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response plan(
      @PathParam("login") String login,
      @FormParam("from") @DefaultValue("") String from,
      @FormParam("until") @DefaultValue("") String until,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext caller) {
    AgentId agent = mayChange(login, caller);
    AgentJson known = views.agent(agent);
    ZoneId zone = ZoneId.of(known.zone());
    try {
      planAbsence.plan(
          agent, instant(from, zone), instant(until, zone), reason, Callers.agent(caller));
    } catch (DateTimeException e) {
      return refuse(agent, "Say from when until when, both with a day and a time.", caller);
    } catch (IllegalArgumentException e) {
      return refuse(agent, e.getMessage() + ".", caller);
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
    return back(agent, caller);
  }

  @POST
  @Path(LOGIN + "/absences/{absence}/cancel")
  public Response cancel(
      @PathParam("login") String login,
      @PathParam("absence") UUID absence,
      @Context SecurityContext caller) {
    AgentId agent = mayChange(login, caller);
    planAbsence.cancel(agent, absence);
    return back(agent, caller);
  }

  @POST
  @Path(LOGIN + "/profile")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("lead")
  public Response describe(
      @PathParam("login") String login,
      @FormParam("capacity") @DefaultValue("0") int capacity,
      @FormParam("senior") @DefaultValue("no") String senior,
      @FormParam("skills") @DefaultValue("") String skills,
      @FormParam("languages") @DefaultValue("") String languages,
      @FormParam("zone") @DefaultValue("") String zone,
      @FormParam("week") @DefaultValue("") String week,
      @Context SecurityContext caller) {
    AgentId agent = new AgentId(login);
    try {
      describeAgent.describe(
          agent,
          ProfileBody.ofForm(capacity, senior.equals("yes"), skills, languages, zone, week)
              .profile());
    } catch (ProblemException e) {
      return refuse(agent, e.problem().detail() + ".", caller);
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
    return back(agent, caller);
  }

  private Response refuse(AgentId agent, String problem, SecurityContext caller) {
    return page(Unprocessable.CONTENT, views.agent(agent), List.of(), problem, caller);
  }

  private Response page(
      Response.StatusType status,
      AgentJson agent,
      List<AgentJson> colleagues,
      @Nullable String problem,
      SecurityContext caller) {
    return pages.show(
        status,
        "desk-availability",
        AvailabilityView.of(
            agent,
            AvailabilityView.Colleague.all(colleagues),
            reader.of(caller),
            caller.isUserInRole(Roles.LEAD),
            problem));
  }

  private static Response back(AgentId agent, SecurityContext caller) {
    String page = "/desk/availability";
    return Response.seeOther(
            URI.create(agent.equals(Callers.agent(caller)) ? page : page + "/" + agent))
        .build();
  }

  private static AgentId mayChange(String login, SecurityContext caller) {
    AgentId agent = new AgentId(login);
    if (!Callers.maySpeakFor(agent, caller)) {
      throw new ForbiddenException();
    }
    return agent;
  }

  private static Instant instant(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
