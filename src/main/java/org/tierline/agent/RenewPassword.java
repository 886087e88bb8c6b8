package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Use case: an agent has lost their password, and a lead hands them another first one. */
@ApplicationScoped
@Transactional(rollbackOn = ProtectedAccountException.class)
public class RenewPassword {

  private static final System.Logger LOG = System.getLogger(RenewPassword.class.getName());

  private final Agents agents;
  private final Accounts accounts;

  @Inject
  public RenewPassword(Agents agents, Accounts accounts) {
    this.agents = agents;
    this.accounts = accounts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RenewPassword() {
    this(null, null);
  }

  /**
   * @return the password, to be shown once
   * @throws NotAnAgentException if this staff member takes no tickets, or has left
   * @throws ProtectedAccountException if the account is kept elsewhere, or may do more than whoever
   *     asks could hand out
   */
  public String renew(AgentId id, AgentId by)
      throws NotAnAgentException, ProtectedAccountException {
    if (agents.find(id).filter(agent -> !agent.hasLeft()).isEmpty()) {
      throw new NotAnAgentException(id);
    }
    String password = accounts.renewPassword(id, by);
    LOG.log(System.Logger.Level.INFO, "{0} has a new first password from {1}", id, by);
    return password;
  }
}
