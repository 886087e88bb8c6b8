package org.tierline.portal.agent;

import jakarta.ws.rs.core.SecurityContext;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roles;

/** Who asks, and for whom they may speak. */
public final class Callers {

  private Callers() {}

  public static AgentId agent(SecurityContext caller) {
    return new AgentId(caller.getUserPrincipal().getName());
  }

  /** Everybody for themselves, a lead for everybody. */
  public static boolean maySpeakFor(AgentId agent, SecurityContext caller) {
    return caller.isUserInRole(Roles.LEAD) || agent(caller).equals(agent);
  }
}
