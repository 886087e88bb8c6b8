package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.platform.events.Facts;

/** Use case: an agent signs in for work or steps away. */
@ApplicationScoped
@Transactional
public class ChangeAvailability {

  private final Agents agents;
  private final Facts facts;

  @Inject
  public ChangeAvailability(Agents agents, Facts facts) {
    this.agents = agents;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChangeAvailability() {
    this(null, null);
  }

  /**
   * @throws NotAnAgentException if this staff member takes no tickets
   */
  public void change(AgentId id, boolean available) throws NotAnAgentException {
    Agent agent =
        agents
            .find(id)
            .filter(member -> !member.hasLeft())
            .orElseThrow(() -> new NotAnAgentException(id));
    if (agent.beAvailable(available) && available) {
      facts.announce(new AgentBecameAvailable(id, agent.team()));
    }
  }
}
