package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/**
 * Use case: an agent is taken off duty for good. They get no work, may not log in as staff and are
 * told nothing more; their row stays, for the histories name them.
 */
@ApplicationScoped
@Transactional
public class LetAgentGo {

  private static final System.Logger LOG = System.getLogger(LetAgentGo.class.getName());

  private final Agents agents;
  private final Accounts accounts;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public LetAgentGo(Agents agents, Accounts accounts, Facts facts, Clock clock) {
    this.agents = agents;
    this.accounts = accounts;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected LetAgentGo() {
    this(null, null, null, null);
  }

  /**
   * Asking twice changes nothing.
   *
   * @throws NotAnAgentException if this staff member takes no tickets
   */
  public void letGo(AgentId id, AgentId by) throws NotAnAgentException {
    Agent agent = agents.find(id).orElseThrow(() -> new NotAnAgentException(id));
    if (agent.hasLeft()) {
      return;
    }
    agent.leave(clock.instant());
    accounts.dismiss(id);
    facts.announce(new AgentLeft(id, agent.team()));
    LOG.log(System.Logger.Level.INFO, "{0} has left the desk, says {1}", id, by);
  }
}
