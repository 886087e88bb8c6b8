package org.tierline.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.tierline.agent.AgentId;
import org.tierline.agent.ArrangeTeam;
import org.tierline.agent.NameTakenException;
import org.tierline.agent.TeamId;
import org.tierline.agent.UnknownTeamException;
import org.tierline.assignment.DissolveTeam;
import org.tierline.assignment.TeamNeededException;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/** Arranges teams from a form or the API, and says why not. */
@ApplicationScoped
public class Teamwork {

  private final ArrangeTeam arrangeTeam;
  private final DissolveTeam dissolveTeam;

  @Inject
  public Teamwork(ArrangeTeam arrangeTeam, DissolveTeam dissolveTeam) {
    this.arrangeTeam = arrangeTeam;
    this.dissolveTeam = dissolveTeam;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Teamwork() {
    this(null, null);
  }

  /**
   * @return whether the team is new
   * @throws ProblemException naming the field that says something wrong
   */
  public boolean arrange(String code, TeamBody body, AgentId by) {
    try {
      return arrangeTeam.arrange(code(code), body.plan(), by);
    } catch (NameTakenException e) {
      throw AgentBody.unprocessable("code", String.valueOf(e.getMessage()));
    }
  }

  private static TeamId code(String given) {
    try {
      return new TeamId(given);
    } catch (IllegalArgumentException e) {
      throw AgentsResource.invalid(
          "code",
          new IllegalArgumentException(
              "has at most 32 small letters, digits and hyphens, a letter first", e));
    }
  }

  /**
   * @throws ProblemException if the team is needed
   */
  public void dissolve(TeamId team, AgentId by) {
    try {
      dissolveTeam.dissolve(team, by);
    } catch (UnknownTeamException e) {
      throw new NotFoundException(e);
    } catch (TeamNeededException e) {
      throw new ProblemException(
          Problem.of(
              Response.Status.CONFLICT,
              "team-needed",
              "The team is needed",
              String.valueOf(e.getMessage())));
    }
  }
}
