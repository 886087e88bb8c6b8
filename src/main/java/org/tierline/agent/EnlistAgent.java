package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.tierline.platform.events.Facts;

/** Use case: a staff member joins a team, changes to another, or comes back. */
@ApplicationScoped
@Transactional
public class EnlistAgent {

  private static final System.Logger LOG = System.getLogger(EnlistAgent.class.getName());

  private final Agents agents;
  private final Teams teams;
  private final Accounts accounts;
  private final Facts facts;

  @Inject
  public EnlistAgent(Agents agents, Teams teams, Accounts accounts, Facts facts) {
    this.agents = agents;
    this.teams = teams;
    this.accounts = accounts;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EnlistAgent() {
    this(null, null, null, null);
  }

  /**
   * What came of it.
   *
   * @param isNew nobody of that name has worked here before
   * @param firstPassword of an account that had to be opened; to be shown once
   */
  public record Enlisted(boolean isNew, Optional<String> firstPassword) {}

  /** Somebody whose account exists already; asking twice changes nothing. */
  public void enlist(Agent agent) {
    if (agents.find(agent.id()).isEmpty()) {
      agents.add(agent);
      facts.announce(new AgentBecameAvailable(agent.id(), agent.team()));
    }
  }

  /**
   * Says all there is to say about an agent. What they work on stays theirs when they change teams.
   *
   * @throws UnknownTeamException if there is no such team
   * @throws AddressTakenException if mail to this address reaches another agent
   */
  public Enlisted enlist(Enlistment enlistment) throws UnknownTeamException, AddressTakenException {
    demandPossible(enlistment);
    Optional<Agent> known = agents.find(enlistment.login());
    Optional<TeamId> formerly = known.map(Agent::team);
    Agent agent = known.orElseGet(() -> added(enlistment));
    agent.join(enlistment);
    Optional<String> firstPassword = accounts.admit(agent, formerly);
    facts.announce(new AgentBecameAvailable(agent.id(), agent.team()));
    LOG.log(System.Logger.Level.INFO, "{0} works in {1}", agent.id(), agent.team());
    return new Enlisted(known.isEmpty(), firstPassword);
  }

  private void demandPossible(Enlistment enlistment)
      throws UnknownTeamException, AddressTakenException {
    if (teams.find(enlistment.team()).isEmpty()) {
      throw new UnknownTeamException(enlistment.team());
    }
    Optional<AgentId> owner = agents.findByEmail(enlistment.email()).map(Agent::id);
    if (owner.isPresent() && !owner.get().equals(enlistment.login())) {
      throw new AddressTakenException(enlistment.email(), owner.get());
    }
  }

  private Agent added(Enlistment enlistment) {
    Agent agent = enlistment.asAgent();
    agents.add(agent);
    return agent;
  }
}
