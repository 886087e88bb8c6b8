package org.tierline.process.engine;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tierline.agent.Accounts;
import org.tierline.agent.EnlistAgent;
import org.tierline.agent.Teams;
import org.tierline.platform.DataDirectory;

/**
 * Creates the groups and, at the first start, the accounts: an administrator, and the people of the
 * demonstration if it is one. There is no default password: each is random and kept in a file for
 * its owner, unless the environment names one for a demonstration.
 */
@Singleton
@Startup
@DependsOn("EngineStart")
public class StaffAccounts {

  private static final Logger LOG = System.getLogger(StaffAccounts.class.getName());

  @Inject private EnlistAgent enlistAgent;
  @Inject private Teams teams;
  @Inject private Accounts accounts;
  @Inject private DataDirectory data;

  @Inject
  @ConfigProperty(name = "tierline.demo.staff", defaultValue = "false")
  private boolean demonstration;

  @Inject
  @ConfigProperty(name = "tierline.demo.password")
  private Optional<String> demonstrationPassword;

  private final Passwords passwords = new Passwords();

  @PostConstruct
  void prepare() {
    IdentityService identity = ProcessEngines.getDefaultProcessEngine().getIdentityService();
    Groups.besidesTeams().forEach((id, name) -> ensureGroup(identity, id, name));
    teams.all().forEach(accounts::found);
    Map<String, String> created = new LinkedHashMap<>();
    for (StaffMember member : people()) {
      if (identity.createUserQuery().userId(member.login()).count() == 0) {
        created.put(member.login(), hire(identity, member));
      } else {
        demonstrationPassword.ifPresent(password -> changePassword(identity, member, password));
      }
    }
    if (!created.isEmpty()) {
      handOver(created);
    }
  }

  private List<StaffMember> people() {
    List<StaffMember> people = new ArrayList<>(List.of(StaffMember.ADMINISTRATOR));
    if (demonstration) {
      people.addAll(StaffMember.demonstration());
    }
    return people;
  }

  private static void ensureGroup(IdentityService identity, String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(id.equals(Groups.ADMINISTRATORS) ? "SYSTEM" : "WORKFLOW");
      identity.saveGroup(group);
    }
  }

  private String hire(IdentityService identity, StaffMember member) {
    User user = identity.newUser(member.login());
    user.setFirstName(member.firstName());
    user.setLastName(member.lastName());
    user.setEmail(member.email());
    String password = firstPassword(identity, user);
    user.setPassword(password);
    save(identity, user, demonstrationPassword.isPresent());
    identity.createMembership(member.login(), Groups.STAFF);
    member.groups().forEach(group -> identity.createMembership(member.login(), group));
    member.asAgent().ifPresent(enlistAgent::enlist);
    return password;
  }

  private String firstPassword(IdentityService identity, User user) {
    return demonstrationPassword.orElseGet(() -> passwords.firstOf(user, identity));
  }

  /**
   * Whoever shows the desk chooses the password; a short one must not keep the desk from opening.
   */
  private static void save(IdentityService identity, User user, boolean anyPassword) {
    ((IdentityServiceImpl) identity).saveUser(user, anyPassword);
  }

  private void changePassword(IdentityService identity, StaffMember member, String password) {
    if (!identity.checkPassword(member.login(), password)) {
      User user = identity.createUserQuery().userId(member.login()).singleResult();
      user.setPassword(password);
      save(identity, user, true);
    }
    new FirstPasswords(data).forget(List.of(member.login()));
  }

  private void handOver(Map<String, String> created) {
    if (demonstrationPassword.isPresent()) {
      LOG.log(
          Level.INFO,
          "Accounts {0} created with the password from tierline.demo.password",
          created.keySet());
      return;
    }
    Path file = new FirstPasswords(data).add(created);
    // the log may travel, the file stays
    LOG.log(Level.INFO, "Accounts {0} created, first passwords in {1}", created.keySet(), file);
  }
}
