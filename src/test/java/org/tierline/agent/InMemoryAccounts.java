package org.tierline.agent;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Accounts without an engine: who is in which group, and the groups there are. */
public class InMemoryAccounts implements Accounts {

  private final Map<String, Set<String>> groupsOf = new TreeMap<>();
  private final Set<String> groups =
      new HashSet<>(
          Set.of("staff", "analyst", "camunda-admin", "lead", "tier1", "tier2", "accounting"));

  public void open(String login, String... itsGroups) {
    groupsOf.put(login, new TreeSet<>(Set.of(itsGroups)));
  }

  public Set<String> groupsOf(AgentId agent) {
    return groupsOf.getOrDefault(agent.value(), Set.of());
  }

  @Override
  public Optional<String> admit(Agent agent, Optional<TeamId> formerly) {
    boolean isNew = !groupsOf.containsKey(agent.id().value());
    Set<String> own = groupsOf.computeIfAbsent(agent.id().value(), login -> new TreeSet<>());
    formerly.ifPresent(team -> own.remove(team.value()));
    own.add("staff");
    own.add(agent.team().value());
    return isNew ? Optional.of("first-password-of-" + agent.id()) : Optional.empty();
  }

  @Override
  public String renewPassword(AgentId agent, AgentId by) throws ProtectedAccountException {
    if (groupsOf(agent).contains("camunda-admin") && !groupsOf(by).contains("camunda-admin")) {
      throw new ProtectedAccountException(agent + " is more than an agent");
    }
    return "new-password-of-" + agent;
  }

  @Override
  public void dismiss(AgentId agent) {
    groupsOf.put(agent.value(), new TreeSet<>());
  }

  @Override
  public Optional<Set<String>> rolesOf(AgentId agent) {
    return Optional.ofNullable(groupsOf.get(agent.value())).map(Set::copyOf);
  }

  @Override
  public boolean hasGroup(TeamId name) {
    return groups.contains(name.value());
  }

  @Override
  public void found(Team team) {
    groups.add(team.id().value());
  }

  @Override
  public void dissolve(TeamId team) {
    groups.remove(team.value());
  }
}
