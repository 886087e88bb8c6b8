package org.tierline.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;

/**
 * Whose turn it is in a team. Whoever holds it is the only one to assign tickets in that team until
 * their transaction ends.
 */
@Entity
class Turn {

  @Id private String team;

  private @Nullable String servedLast;

  protected Turn() {} // for JPA

  Turn(TeamId team) {
    this.team = team.value();
  }

  TeamId team() {
    return new TeamId(team);
  }

  Optional<AgentId> servedLast() {
    return Optional.ofNullable(servedLast).map(AgentId::new);
  }

  void served(AgentId agent) {
    this.servedLast = agent.value();
  }
}
