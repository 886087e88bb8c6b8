package org.tierline.portal.desk;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Teams;

/** How people and teams are called on pages, which else would show logins and codes. */
@ApplicationScoped
@Transactional
public class StaffNames {

  private final Agents agents;
  private final Teams teams;

  @Inject
  public StaffNames(Agents agents, Teams teams) {
    this.agents = agents;
    this.teams = teams;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected StaffNames() {
    this(null, null);
  }

  /** By login; who is no agent is not among them. */
  public Map<String, String> ofAgents(Set<String> logins) {
    return agents.all(logins.stream().map(AgentId::new).collect(Collectors.toSet())).stream()
        .collect(toMap(agent -> agent.id().value(), Agent::displayName));
  }

  /** By code, from the first tier to the last. */
  public Map<String, String> ofTeams() {
    return teams.names();
  }
}
