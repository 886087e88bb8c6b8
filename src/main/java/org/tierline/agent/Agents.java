package org.tierline.agent;

import java.util.List;
import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;

/** The staff who take tickets. */
public interface Agents {

  void add(Agent agent);

  Optional<Agent> find(AgentId id);

  /** The staff member mail to this address reaches. */
  Optional<Agent> findByEmail(EmailAddress email);

  /** Everyone in a team, available or not, in a stable order. */
  List<Agent> membersOf(TeamId team);
}
