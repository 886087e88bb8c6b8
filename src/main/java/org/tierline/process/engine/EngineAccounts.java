package org.tierline.process.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Accounts;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.ProtectedAccountException;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;

/** The accounts and groups of the engine, which the login of the whole desk reads. */
@ApplicationScoped
public class EngineAccounts implements Accounts {

  /** What somebody may be besides an agent. */
  private static final Set<String> BESIDES = Set.of(Groups.ANALYST, Groups.ADMINISTRATORS);

  private final IdentityService identity;
  private final Passwords passwords = new Passwords();

  @Inject
  public EngineAccounts(IdentityService identity) {
    this.identity = identity;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected EngineAccounts() {
    this(null);
  }

  @Override
  public Optional<String> admit(Agent agent, Optional<TeamId> formerly) {
    String login = agent.id().value();
    Optional<String> firstPassword = keepAccount(agent);
    formerly
        .filter(team -> !team.equals(agent.team()))
        .ifPresent(team -> identity.deleteMembership(login, team.value()));
    join(login, Groups.STAFF);
    join(login, agent.team().value());
    return firstPassword;
  }

  private Optional<String> keepAccount(Agent agent) {
    User known = identity.createUserQuery().userId(agent.id().value()).singleResult();
    User user = known == null ? identity.newUser(agent.id().value()) : known;
    FullName name = FullName.of(agent.displayName());
    user.setFirstName(name.first());
    user.setLastName(name.last());
    user.setEmail(agent.email().value());
    Optional<String> firstPassword =
        known == null ? Optional.of(passwords.firstOf(user, identity)) : Optional.empty();
    firstPassword.ifPresent(user::setPassword);
    identity.saveUser(user);
    return firstPassword;
  }

  /** As the engine wants it, in two parts. */
  private record FullName(String first, String last) {

    static FullName of(String displayName) {
      int end = displayName.lastIndexOf(' ');
      return end < 0
          ? new FullName(displayName, "")
          : new FullName(displayName.substring(0, end), displayName.substring(end + 1));
    }
  }

  private void join(String login, String group) {
    if (!groupsOf(login).contains(group)) {
      identity.createMembership(login, group);
    }
  }

  @Override
  public String renewPassword(AgentId agent, AgentId by) throws ProtectedAccountException {
    User user = identity.createUserQuery().userId(agent.value()).singleResult();
    if (user == null) {
      throw new ProtectedAccountException("The account of %s is kept elsewhere".formatted(agent));
    }
    boolean isMore = groupsOf(agent.value()).stream().anyMatch(BESIDES::contains);
    if (isMore && !groupsOf(by.value()).contains(Groups.ADMINISTRATORS)) {
      throw new ProtectedAccountException(
          "%s is more than an agent; ask an administrator".formatted(agent));
    }
    String password = passwords.firstOf(user, identity);
    user.setPassword(password);
    identity.saveUser(user);
    identity.unlockUser(agent.value());
    return password;
  }

  @Override
  public void dismiss(AgentId agent) {
    Set<String> groups = groupsOf(agent.value());
    boolean staysStaff = groups.stream().anyMatch(BESIDES::contains);
    groups.stream()
        .filter(group -> !BESIDES.contains(group))
        .filter(group -> !(staysStaff && group.equals(Groups.STAFF)))
        .forEach(group -> identity.deleteMembership(agent.value(), group));
  }

  @Override
  public Optional<Set<String>> rolesOf(AgentId agent) {
    return identity.createUserQuery().userId(agent.value()).count() == 0
        ? Optional.empty()
        : Optional.of(groupsOf(agent.value()));
  }

  private Set<String> groupsOf(String login) {
    List<Group> groups = identity.createGroupQuery().groupMember(login).list();
    return groups.stream().map(Group::getId).collect(Collectors.toSet());
  }

  @Override
  public boolean hasGroup(TeamId name) {
    return group(name) != null;
  }

  @Override
  public void found(Team team) {
    Group known = group(team.id());
    if (known != null && team.name().equals(known.getName())) {
      return;
    }
    Group group = known == null ? identity.newGroup(team.id().value()) : known;
    group.setName(team.name());
    group.setType("WORKFLOW");
    identity.saveGroup(group);
  }

  @Override
  public void dissolve(TeamId team) {
    identity.deleteGroup(team.value());
  }

  private @Nullable Group group(TeamId name) {
    return identity.createGroupQuery().groupId(name.value()).singleResult();
  }
}
