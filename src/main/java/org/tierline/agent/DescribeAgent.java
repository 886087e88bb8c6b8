package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.platform.events.Facts;

/**
 * Use case: a lead changes what an agent can do, how much, and when. More capacity, a new skill or
 * another shift may free them for a waiting ticket.
 */
@ApplicationScoped
@Transactional
public class DescribeAgent {

  private static final System.Logger LOG = System.getLogger(DescribeAgent.class.getName());

  private final Agents agents;
  private final Facts facts;

  @Inject
  public DescribeAgent(Agents agents, Facts facts) {
    this.agents = agents;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DescribeAgent() {
    this(null, null);
  }

  /**
   * @throws NotAnAgentException if this staff member takes no tickets
   */
  public void describe(AgentId id, Profile profile) throws NotAnAgentException {
    Agent agent = agents.find(id).orElseThrow(() -> new NotAnAgentException(id));
    agent.describe(profile);
    facts.announce(new AgentBecameAvailable(id, agent.team()));
    LOG.log(System.Logger.Level.INFO, "{0} described anew", id);
  }
}
