package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.tierline.agent.Accounts;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
import org.tierline.agent.UnknownTeamException;
import org.tierline.ticket.StandingWork;
import org.tierline.ticket.Tickets;

/** Use case: a lead dissolves a team that has no tickets, no members and no part in any table. */
@ApplicationScoped
@Transactional
public class DissolveTeam {

  private static final System.Logger LOG = System.getLogger(DissolveTeam.class.getName());

  private final Teams teams;
  private final Agents agents;
  private final Accounts accounts;
  private final Tickets tickets;
  private final ModelsNamingTeams models;
  private final Clock clock;

  @Inject
  public DissolveTeam(
      Teams teams,
      Agents agents,
      Accounts accounts,
      Tickets tickets,
      ModelsNamingTeams models,
      Clock clock) {
    this.teams = teams;
    this.agents = agents;
    this.accounts = accounts;
    this.tickets = tickets;
    this.models = models;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DissolveTeam() {
    this(null, null, null, null, null, null);
  }

  /**
   * @throws TeamNeededException if tickets, people or tables still need it
   */
  public void dissolve(TeamId id, AgentId by) throws UnknownTeamException, TeamNeededException {
    Team team = teams.find(id).orElseThrow(() -> new UnknownTeamException(id));
    demandNoTicket(id);
    demandNoMember(id);
    demandNoModel(id);
    teams.remove(team);
    accounts.dissolve(id);
    LOG.log(System.Logger.Level.INFO, "Team {0} dissolved by {1}", id, by);
  }

  private void demandNoTicket(TeamId id) throws TeamNeededException {
    int open =
        tickets.standing(clock.instant()).stream()
            .filter(work -> work.team().equals(id))
            .mapToInt(StandingWork::tickets)
            .sum();
    if (open > 0) {
      throw new TeamNeededException(
          open == 1 ? "It has an open ticket" : "It has %d open tickets".formatted(open));
    }
  }

  private void demandNoMember(TeamId id) throws TeamNeededException {
    List<String> members = agents.membersOf(id).stream().map(m -> m.id().value()).toList();
    if (!members.isEmpty()) {
      throw new TeamNeededException("These work there: " + String.join(", ", members));
    }
  }

  private void demandNoModel(TeamId id) throws TeamNeededException {
    List<String> naming = models.naming(id);
    if (!naming.isEmpty()) {
      throw new TeamNeededException("It gets tickets from " + String.join(", ", naming));
    }
  }
}
