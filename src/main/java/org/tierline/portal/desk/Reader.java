package org.tierline.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Roles;

/** The staff member a page is shown to, as the head of every staff page needs them. */
@ApplicationScoped
@Transactional
public class Reader {

  private final Agents agents;

  @Inject
  public Reader(Agents agents) {
    this.agents = agents;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Reader() {
    this(null);
  }

  /**
   * Who reads.
   *
   * @param arrangesStaff may enlist agents and found teams: a lead, or the administrator
   * @param takesTickets may say whether they want work
   */
  public record Who(
      String login,
      String name,
      boolean isLead,
      boolean arrangesStaff,
      boolean takesTickets,
      boolean isAvailable) {}

  public Who of(SecurityContext caller) {
    String login = caller.getUserPrincipal().getName();
    Optional<Agent> agent = agents.find(new AgentId(login)).filter(known -> !known.hasLeft());
    return new Who(
        login,
        agent.map(Agent::displayName).orElse(login),
        caller.isUserInRole(Roles.LEAD),
        caller.isUserInRole(Roles.LEAD) || caller.isUserInRole(Roles.ADMINISTRATOR),
        agent.isPresent(),
        agent.map(Agent::isAvailable).orElse(false));
  }
}
