package org.tierline.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tierline.platform.mail.EmailAddress;

/** The staff who take tickets. */
public interface Agents {

  void add(Agent agent);

  Optional<Agent> find(AgentId id);

  /** The staff member mail to this address reaches; nobody who left. */
  Optional<Agent> findByEmail(EmailAddress email);

  /** Those there are, whether they left or not. */
  List<Agent> all(Set<AgentId> ids);

  /** Everyone in a team, available or not, in a stable order; nobody who left. */
  List<Agent> membersOf(TeamId team);

  /** Those who left the desk, by name. */
  List<Agent> former();
}
