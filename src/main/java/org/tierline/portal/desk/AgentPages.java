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
import org.tierline.agent.AgentId;
import org.tierline.agent.EnlistAgent.Enlisted;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.ProtectedAccountException;
import org.tierline.agent.RenewPassword;
import org.tierline.agent.Teams;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.agent.AgentJson;
import org.tierline.portal.agent.AgentViews;
import org.tierline.portal.agent.AgentsResource;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.agent.Enlisting;

/** Where a lead, or the administrator of a new desk, says who takes tickets. */
@RequestScoped
@Path("/desk/agents")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"lead", "camunda-admin"})
public class AgentPages {

  private static final String LOGIN = "{login: " + AgentId.FORM + "}";
  private static final URI LIST = URI.create("/desk/agents");

  private final Pages pages;
  private final Reader reader;
  private final AgentViews views;
  private final Teams teams;
  private final Enlisting enlisting;
  private final LetAgentGo letAgentGo;
  private final RenewPassword renewPassword;
  private final DeskSettings desk;

  @Inject
  public AgentPages(
      Pages pages,
      Reader reader,
      AgentViews views,
      Teams teams,
      Enlisting enlisting,
      LetAgentGo letAgentGo,
      RenewPassword renewPassword,
      DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.views = views;
    this.teams = teams;
    this.enlisting = enlisting;
    this.letAgentGo = letAgentGo;
    this.renewPassword = renewPassword;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public AgentPages() {
    this(null, null, null, null, null, null, null, null);
  }

  /** One agent in the list. */
  record Line(
      String login,
      String name,
      String email,
      String team,
      String state,
      String tone,
      int capacity,
      boolean senior,
      String skills,
      String languages) {

    static Line of(AgentJson agent) {
      var presence = PresenceWords.of(agent.presence());
      return new Line(
          agent.login(),
          agent.name(),
          agent.email(),
          agent.team(),
          presence.state(),
          presence.tone(),
          agent.capacity(),
          agent.senior(),
          agent.skills().isEmpty() ? "a bit of everything" : String.join(", ", agent.skills()),
          String.join(", ", agent.languages()));
    }
  }

  /** Somebody who left. */
  record Leaver(String login, String name, String team, String left) {}

  /** Everybody, and who was here. */
  record ListPage(
      Reader.Who who,
      boolean isAgents,
      List<Line> agents,
      boolean isEmpty,
      List<Leaver> leavers,
      boolean hasLeavers) {}

  /** A team to choose. */
  record TeamChoice(String code, String name, boolean isChosen) {}

  /**
   * The form.
   *
   * @param isSelf the reader would take themselves off duty
   */
  record FormPage(
      Reader.Who who,
      boolean isAgents,
      boolean isNew,
      AgentForm.Typed agent,
      List<TeamChoice> teams,
      boolean hasLeft,
      boolean isSelf,
      @Nullable String problem) {}

  /**
   * What the lead hands to a colleague, once.
   *
   * @param isNew their account is, not only their password
   */
  record WelcomePage(
      Reader.Who who,
      boolean isAgents,
      boolean isNew,
      String login,
      String name,
      String firstPassword) {}

  @GET
  public Response list(@Context SecurityContext caller) {
    List<Line> agents = views.all().stream().map(Line::of).toList();
    List<Leaver> leavers =
        views.former().stream()
            .map(
                former ->
                    new Leaver(
                        former.login(),
                        former.name(),
                        former.team(),
                        Times.dated(former.left(), desk.zone())))
            .toList();
    return pages.show(
        "desk-agents",
        new ListPage(
            reader.of(caller), true, agents, agents.isEmpty(), leavers, !leavers.isEmpty()));
  }

  @GET
  @Path("new")
  public Response blank(@Context SecurityContext caller) {
    AgentForm form = AgentForm.empty(desk.zone().getId());
    return form(Response.Status.OK, true, form, false, null, caller);
  }

  /** Somebody new. Their first password is in this answer and nowhere else. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enlist(@BeanParam AgentForm form, @Context SecurityContext caller) {
    try {
      AgentId login = login(form.login);
      if (views.find(login).isPresent()) {
        throw AgentsResource.invalid(
            "login", new IllegalArgumentException("is known already; change them in the list"));
      }
      Enlisted enlisted = enlisting.enlist(login, form.body());
      return enlisted
          .firstPassword()
          .map(
              password ->
                  pages.show(
                      "desk-welcome",
                      new WelcomePage(
                          reader.of(caller), true, true, login.value(), form.name, password)))
          .orElseGet(() -> Response.seeOther(LIST).build());
    } catch (ProblemException e) {
      return form(Unprocessable.CONTENT, true, form, false, e.problem().detail(), caller);
    }
  }

  private static AgentId login(String typed) {
    try {
      return new AgentId(typed.strip());
    } catch (IllegalArgumentException e) {
      throw AgentsResource.invalid(
          "login", new IllegalArgumentException("is made of letters, digits and . _ @ -", e));
    }
  }

  @GET
  @Path(LOGIN)
  public Response show(@PathParam("login") String login, @Context SecurityContext caller) {
    AgentJson agent = views.agent(new AgentId(login));
    return form(Response.Status.OK, false, AgentForm.of(agent), agent.left() != null, null, caller);
  }

  @POST
  @Path(LOGIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("login") String login,
      @BeanParam AgentForm form,
      @Context SecurityContext caller) {
    AgentJson known = views.agent(new AgentId(login));
    try {
      enlisting.enlist(new AgentId(login), form.body());
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      form.login = login;
      return form(
          Unprocessable.CONTENT, false, form, known.left() != null, e.problem().detail(), caller);
    }
  }

  @POST
  @Path(LOGIN + "/leave")
  public Response letGo(@PathParam("login") String login, @Context SecurityContext caller) {
    try {
      letAgentGo.letGo(new AgentId(login), Callers.agent(caller));
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    }
    return Response.seeOther(LIST).build();
  }

  /** Another first password for who lost theirs. It is in this answer and nowhere else. */
  @POST
  @Path(LOGIN + "/password")
  public Response newPassword(@PathParam("login") String login, @Context SecurityContext caller) {
    AgentJson agent = views.agent(new AgentId(login));
    try {
      String password = renewPassword.renew(new AgentId(login), Callers.agent(caller));
      return pages.show(
          "desk-welcome",
          new WelcomePage(reader.of(caller), true, false, login, agent.name(), password));
    } catch (NotAnAgentException e) {
      throw new NotFoundException(e);
    } catch (ProtectedAccountException e) {
      return form(
          Response.Status.CONFLICT, false, AgentForm.of(agent), false, e.getMessage(), caller);
    }
  }

  private Response form(
      Response.StatusType status,
      boolean isNew,
      AgentForm form,
      boolean hasLeft,
      @Nullable String problem,
      SecurityContext caller) {
    return pages.show(
        status,
        "desk-agent",
        new FormPage(
            reader.of(caller),
            true,
            isNew,
            form.typed(),
            teams.all().stream()
                .map(
                    team ->
                        new TeamChoice(
                            team.id().value(), team.name(), team.id().value().equals(form.team)))
                .toList(),
            hasLeft,
            Callers.agent(caller).value().equals(form.login),
            problem == null ? null : problem + "."));
  }
}
