package org.tierline.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tierline.agent.AddressTakenException;
import org.tierline.agent.AgentId;
import org.tierline.agent.EnlistAgent;
import org.tierline.agent.EnlistAgent.Enlisted;
import org.tierline.agent.UnknownTeamException;
import org.tierline.portal.ProblemException;

/** Enlists staff from a form or the API, and says by the name of a field why not. */
@ApplicationScoped
public class Enlisting {

  private final AgentViews views;
  private final EnlistAgent enlistAgent;

  @Inject
  public Enlisting(AgentViews views, EnlistAgent enlistAgent) {
    this.views = views;
    this.enlistAgent = enlistAgent;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Enlisting() {
    this(null, null);
  }

  /**
   * @throws ProblemException naming the field that says something wrong
   */
  public Enlisted enlist(AgentId login, AgentBody body) {
    try {
      return enlistAgent.enlist(body.enlistment(login, views.find(login)));
    } catch (UnknownTeamException e) {
      throw AgentBody.unprocessable("team", String.valueOf(e.getMessage()));
    } catch (AddressTakenException e) {
      throw AgentBody.unprocessable("email", String.valueOf(e.getMessage()));
    }
  }
}
