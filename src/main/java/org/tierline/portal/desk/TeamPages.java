package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.tierline.agent.Team;
import org.tierline.agent.Teams;
import org.tierline.portal.Pages;

/** Which teams there are and what customers are told about them. */
@RequestScoped
@Path("/desk/teams")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class TeamPages {

  private final Pages pages;
  private final Reader reader;
  private final Teams teams;

  @Inject
  public TeamPages(Pages pages, Reader reader, Teams teams) {
    this.pages = pages;
    this.reader = reader;
    this.teams = teams;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TeamPages() {
    this(null, null, null);
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

  /** The teams, read only. */
  record TeamsPage(Reader.Who who, boolean isTeams, List<TeamLine> teams) {}

  @GET
  public Response teams(@Context SecurityContext caller) {
    return pages.show(
        "desk-teams",
        new TeamsPage(reader.of(caller), true, teams.all().stream().map(TeamLine::of).toList()));
  }
}
