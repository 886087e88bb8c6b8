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
import org.tierline.agent.Presence;
import org.tierline.portal.Pages;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Times;
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

  /** One colleague in the list. */
  record Colleague(
      String login, String name, String team, String state, String tone, String back, String week) {

    static Colleague of(AgentJson agent) {
      return new Colleague(
          agent.login(),
          agent.name(),
          agent.team(),
          AvailabilityPages.state(agent.presence()),
          AvailabilityPages.tone(agent.presence()),
          agent.back() == null ? "" : Times.moment(agent.back(), ZoneId.of(agent.zone())),
          agent.week().isEmpty() ? "any time" : agent.week());
    }
  }

  /** A planned absence. */
  record Away(String id, String from, String until, String reason) {}

  /**
   * One agent's page.
   *
   * @param mayDescribe the reader is a lead
   */
  record AgentPage(
      Reader.Who who,
      boolean isAvailability,
      AgentJson agent,
      String state,
      String tone,
      String back,
      String week,
      List<Away> absences,
      boolean hasNoAbsence,
      boolean mayDescribe,
      String skills,
      String languages,
      List<Colleague> colleagues,
      boolean hasColleagues,
      @Nullable String problem) {}

  /** The page of staff who take no tickets themselves. */
  record ColleaguesPage(
      Reader.Who who, boolean isAvailability, List<Colleague> colleagues, boolean mayDescribe) {}

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
                    new ColleaguesPage(
                        reader.of(caller),
                        true,
                        all.stream().map(Colleague::of).toList(),
                        caller.isUserInRole("lead"))));
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
    ZoneId zone = ZoneId.of(agent.zone());
    return pages.show(
        status,
        "desk-availability",
        new AgentPage(
            reader.of(caller),
            true,
            agent,
            state(agent.presence()),
            tone(agent.presence()),
            agent.back() == null ? "" : Times.moment(agent.back(), zone),
            agent.week().isEmpty() ? "Any time" : agent.week(),
            agent.absences().stream()
                .map(
                    away ->
                        new Away(
                            away.id(),
                            Times.moment(away.from(), zone),
                            Times.moment(away.until(), zone),
                            away.reason()))
                .toList(),
            agent.absences().isEmpty(),
            caller.isUserInRole("lead"),
            String.join(", ", agent.skills()),
            String.join(", ", agent.languages()),
            colleagues.stream().map(Colleague::of).toList(),
            !colleagues.isEmpty(),
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

  static String state(Presence presence) {
    return switch (presence) {
      case ON_DUTY -> "Available";
      case AWAY -> "Away";
      case OFF_SHIFT -> "Off shift";
      case ABSENT -> "Absent";
      case LEFT -> "Left the desk";
    };
  }

  static String tone(Presence presence) {
    return switch (presence) {
      case ON_DUTY -> "";
      case AWAY, OFF_SHIFT, LEFT -> "low";
      case ABSENT -> "waiting";
    };
  }
}
