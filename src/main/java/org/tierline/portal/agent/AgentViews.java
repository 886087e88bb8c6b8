package org.tierline.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.agent.Absence;
import org.tierline.agent.Absences;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Roster;
import org.tierline.agent.Teams;

/** Reads agents and when they are there, each view in one transaction. */
@ApplicationScoped
@Transactional
public class AgentViews {

  private final Agents agents;
  private final Teams teams;
  private final Roster roster;
  private final Absences absences;
  private final Clock clock;

  @Inject
  public AgentViews(Agents agents, Teams teams, Roster roster, Absences absences, Clock clock) {
    this.agents = agents;
    this.teams = teams;
    this.roster = roster;
    this.absences = absences;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AgentViews() {
    this(null, null, null, null, null);
  }

  /** Everybody, team by team. */
  public List<AgentJson> all() {
    List<Absence> planned = absences.notOverAt(clock.instant());
    return teams.all().stream()
        .flatMap(team -> roster.of(team.id()).stream())
        .map(member -> AgentJson.of(member, planned))
        .toList();
  }

  /** Also one who left. */
  public AgentJson agent(AgentId id) {
    return find(id).orElseThrow(NotFoundException::new);
  }

  public Optional<AgentJson> find(AgentId id) {
    return roster.find(id).map(member -> AgentJson.of(member, absences.notOverAt(clock.instant())));
  }

  /** Those who left, by name. */
  public List<Former> former() {
    return agents.former().stream().map(Former::of).toList();
  }

  /** Somebody who worked here. */
  public record Former(String login, String name, String team, Instant left) {

    static Former of(Agent agent) {
      return new Former(
          agent.id().value(),
          agent.displayName(),
          agent.team().value(),
          agent.leftAt().orElseThrow());
    }
  }
}
