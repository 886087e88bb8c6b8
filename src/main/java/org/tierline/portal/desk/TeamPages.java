package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
import org.tierline.portal.Pages;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.agent.AgentsResource;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.agent.Teamwork;

/** Which teams there are and what customers are told about them; leads arrange them. */
@RequestScoped
@Path("/desk/teams")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class TeamPages {

  private static final String CODE = "{code: " + TeamId.FORM + "}";
  private static final URI LIST = URI.create("/desk/teams");

  private final Pages pages;
  private final Reader reader;
  private final Teams teams;
  private final Teamwork teamwork;

  @Inject
  public TeamPages(Pages pages, Reader reader, Teams teams, Teamwork teamwork) {
    this.pages = pages;
    this.reader = reader;
    this.teams = teams;
    this.teamwork = teamwork;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TeamPages() {
    this(null, null, null, null);
  }

  /** One team. */
  record TeamLine(String code, String name, int tier, String expectation, String alert) {

    static TeamLine of(Team team) {
      return new TeamLine(
          team.id().value(),
          team.name(),
          team.tier(),
          team.expectation().map(Object::toString).orElse("Customers are not told"),
          team.isAlertedOnArrival() ? "Everybody, at once" : "The agent who gets it");
    }
  }

  /** All teams, and a form for another one. */
  record TeamsPage(
      Reader.Who who,
      boolean isTeams,
      boolean mayArrange,
      List<TeamLine> teams,
      TeamForm.Typed team,
      @Nullable String problem) {}

  /** One team to change. */
  record TeamPage(Reader.Who who, boolean isTeams, TeamForm.Typed team, @Nullable String problem) {}

  @GET
  public Response teams(@Context SecurityContext caller) {
    return list(Response.Status.OK, new TeamForm(), null, caller);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"lead", "camunda-admin"})
  public Response found(@BeanParam TeamForm form, @Context SecurityContext caller) {
    try {
      demandUnknown(form.code);
      teamwork.arrange(form.code, form.body(), Callers.agent(caller));
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      return list(Unprocessable.CONTENT, form, e.problem().detail(), caller);
    }
  }

  private void demandUnknown(String code) {
    if (teams.all().stream().anyMatch(team -> team.id().value().equals(code))) {
      throw AgentsResource.invalid(
          "code", new IllegalArgumentException("is a team already; change it in the list"));
    }
  }

  @GET
  @Path(CODE)
  @RolesAllowed({"lead", "camunda-admin"})
  public Response team(@PathParam("code") String code, @Context SecurityContext caller) {
    return page(Response.Status.OK, TeamForm.of(known(code)), null, caller);
  }

  @POST
  @Path(CODE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"lead", "camunda-admin"})
  public Response change(
      @PathParam("code") String code, @BeanParam TeamForm form, @Context SecurityContext caller) {
    known(code);
    form.code = code;
    try {
      teamwork.arrange(code, form.body(), Callers.agent(caller));
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      return page(Unprocessable.CONTENT, form, e.problem().detail(), caller);
    }
  }

  @POST
  @Path(CODE + "/dissolve")
  @RolesAllowed({"lead", "camunda-admin"})
  public Response dissolve(@PathParam("code") String code, @Context SecurityContext caller) {
    Team team = known(code);
    try {
      teamwork.dissolve(team.id(), Callers.agent(caller));
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      String why = "%s cannot be dissolved. %s".formatted(team.name(), e.problem().detail());
      return page(Response.Status.CONFLICT, TeamForm.of(team), why, caller);
    }
  }

  private Team known(String code) {
    return teams.find(new TeamId(code)).orElseThrow(NotFoundException::new);
  }

  private Response list(
      Response.StatusType status, TeamForm form, @Nullable String problem, SecurityContext caller) {
    Reader.Who who = reader.of(caller);
    return pages.show(
        status,
        "desk-teams",
        new TeamsPage(
            who,
            true,
            who.arrangesStaff(),
            teams.all().stream().map(TeamLine::of).toList(),
            form.typed(),
            sentence(problem)));
  }

  private Response page(
      Response.StatusType status, TeamForm form, @Nullable String problem, SecurityContext caller) {
    return pages.show(
        status,
        "desk-team",
        new TeamPage(reader.of(caller), true, form.typed(), sentence(problem)));
  }

  private static @Nullable String sentence(@Nullable String problem) {
    return problem == null ? null : problem + ".";
  }
}
