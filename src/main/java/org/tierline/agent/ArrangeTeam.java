package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Use case: a lead founds a team, or says anew what is expected of one. A new team is a group of
 * the engine at once, so a ticket can be handed to it and a decision table may name it.
 */
@ApplicationScoped
@Transactional
public class ArrangeTeam {

  private static final System.Logger LOG = System.getLogger(ArrangeTeam.class.getName());

  private final Teams teams;
  private final Accounts accounts;

  @Inject
  public ArrangeTeam(Teams teams, Accounts accounts) {
    this.teams = teams;
    this.accounts = accounts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ArrangeTeam() {
    this(null, null);
  }

  /**
   * @return whether the team is new
   * @throws NameTakenException if a group with other rights is called like that
   */
  public boolean arrange(TeamId id, TeamPlan plan, AgentId by) throws NameTakenException {
    Optional<Team> known = teams.find(id);
    if (known.isEmpty() && accounts.hasGroup(id)) {
      throw new NameTakenException(id);
    }
    Team team = known.orElseGet(() -> founded(id, plan));
    team.follow(plan);
    accounts.found(team);
    LOG.log(System.Logger.Level.INFO, "Team {0} arranged by {1}", id, by);
    return known.isEmpty();
  }

  private Team founded(TeamId id, TeamPlan plan) {
    Team team = new Team(id, plan.name(), plan.tier(), plan.expectation(), plan.alertedOnArrival());
    teams.add(team);
    return team;
  }
}
