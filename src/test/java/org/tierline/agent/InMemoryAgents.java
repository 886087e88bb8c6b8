package org.tierline.agent;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tierline.platform.mail.EmailAddress;

public class InMemoryAgents implements Agents {

  private final Map<String, Agent> agents = new TreeMap<>();

  @Override
  public void add(Agent agent) {
    agents.put(agent.id().value(), agent);
  }

  @Override
  public Optional<Agent> find(AgentId id) {
    return Optional.ofNullable(agents.get(id.value()));
  }

  @Override
  public Optional<Agent> findByEmail(EmailAddress email) {
    return agents.values().stream()
        .filter(agent -> agent.email().equals(email) && !agent.hasLeft())
        .findFirst();
  }

  @Override
  public List<Agent> all(Set<AgentId> ids) {
    return agents.values().stream().filter(agent -> ids.contains(agent.id())).toList();
  }

  @Override
  public List<Agent> membersOf(TeamId team) {
    return agents.values().stream().filter(a -> a.team().equals(team) && !a.hasLeft()).toList();
  }

  @Override
  public List<Agent> former() {
    return agents.values().stream()
        .filter(Agent::hasLeft)
        .sorted(Comparator.comparing(Agent::displayName).thenComparing(a -> a.id().value()))
        .toList();
  }
}
