package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tierline.agent.AgentId;
import org.tierline.agent.ArrangeTeam;
import org.tierline.agent.EnlistAgent;
import org.tierline.agent.Enlistment;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.Profile;
import org.tierline.agent.ProtectedAccountException;
import org.tierline.agent.RenewPassword;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.TeamPlan;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkingWeek;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.process.decision.DeployedTeamNames;
import org.tierline.ticket.Ticket;

/** Teams and their members are data: what a lead says of them holds in the engine at once. */
class StaffAndTeamsTest {

  private static final TeamId NIGHT = new TeamId("night-shift");
  private static final AgentId NIA = new AgentId("nia.quist");
  private static final AgentId OLE = new AgentId("ole");

  /** Gets nothing by itself, so that the queue is the queue. */
  private static final int NO_CAPACITY = 0;

  @RegisterExtension
  static final ProcessEngineExtension EXTENSION =
      ProcessEngineExtension.builder().useProcessEngine(engine()).build();

  private final IdentityService identity = EXTENSION.getProcessEngine().getIdentityService();
  private final EngineAccounts accounts = new EngineAccounts(identity);
  private Desk desk;

  private static ProcessEngine engine() {
    var engine = new TestEngine();
    engine.setEnablePasswordPolicy(true);
    EngineConfiguration.allowOurNames(engine);
    return engine.buildProcessEngine();
  }

  @BeforeAll
  static void deploy() {
    Desk.deploy(EXTENSION.getProcessEngine());
  }

  @BeforeEach
  void openTheDesk() {
    desk = new Desk(EXTENSION.getProcessEngine());
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
    identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
    identity.deleteGroup(NIGHT.value());
  }

  @Test
  void theMemberOfANewTeamTakesATicketFromItsQueue() throws Exception {
    arrange(NIGHT);
    enlist(NIA, NIGHT);
    Ticket ticket = desk.opened("Printer on fire", "It burns.");
    desk.workOff();

    desk.handOver(ticket, ANA, NIGHT);
    WorkItem item = desk.workList.ofTicket(ticket.number().value()).get(0);

    assertThat(item.owner()).isEmpty();
    assertThat(inTheQueueOf(NIA)).containsExactly(item.id());
    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.claim(item.id(), BEN));
    desk.workList.claim(item.id(), NIA);
    assertThat(ticket.assignee()).contains(NIA);
  }

  @Test
  void anAccountIsOpenedWithAPasswordThatLetsIn() throws Exception {
    String password = enlist(NIA, TeamId.TIER1).firstPassword().orElseThrow();

    assertThat(identity.checkPassword(NIA.value(), password)).isTrue();
    User nia = identity.createUserQuery().userId(NIA.value()).singleResult();
    assertThat(nia.getFirstName() + "|" + nia.getLastName()).isEqualTo("Nia van der|Quist");
    assertThat(nia.getEmail()).isEqualTo("nia.quist@acme.example");
    assertThat(groupsOf(NIA)).containsExactlyInAnyOrder("staff", "tier1");
    assertThat(enlist(NIA, TeamId.TIER2).firstPassword()).isEmpty();
    assertThat(identity.checkPassword(NIA.value(), password)).isTrue();
    assertThat(groupsOf(NIA)).containsExactlyInAnyOrder("staff", "tier2");
  }

  @Test
  void aNewPasswordTakesThePlaceOfTheLostOne() throws Exception {
    String lost = enlist(NIA, TeamId.TIER1).firstPassword().orElseThrow();

    String renewed = new RenewPassword(desk.agents, accounts).renew(NIA, Desk.LENA);

    assertThat(identity.checkPassword(NIA.value(), renewed)).isTrue();
    assertThat(identity.checkPassword(NIA.value(), lost)).isFalse();
  }

  @Test
  void onlyAnAdministratorRenewsThePasswordOfWhoIsMoreThanAnAgent() throws Exception {
    String old = enlist(NIA, TeamId.TIER1).firstPassword().orElseThrow();
    ensureGroup(Groups.ADMINISTRATORS);
    identity.createMembership(NIA.value(), Groups.ADMINISTRATORS);
    var renewPassword = new RenewPassword(desk.agents, accounts);

    assertThatExceptionOfType(ProtectedAccountException.class)
        .isThrownBy(() -> renewPassword.renew(NIA, Desk.LENA));

    assertThat(identity.checkPassword(NIA.value(), old)).isTrue();
    identity.createMembership(Desk.LENA.value(), Groups.ADMINISTRATORS);
    assertThat(renewPassword.renew(NIA, Desk.LENA)).isNotEqualTo(old);
  }

  @Test
  void whoLeavesLeavesTheirGroupsAndTheirTasks() throws Exception {
    enlist(OLE, TeamId.TIER1);
    Ticket ticket = desk.opened("Printer on fire", "It burns.");
    desk.workOff();
    assertThat(ticket.assignee()).contains(ANA);

    new LetAgentGo(desk.agents, accounts, desk.facts, desk.clock).letGo(ANA, Desk.LENA);

    assertThat(groupsOf(ANA)).isEmpty();
    assertThat(accounts.rolesOf(ANA)).contains(Set.of());
    assertThat(ticket.assignee()).isEmpty();
    WorkItem item = desk.workList.ofTicket(ticket.number().value()).get(0);
    assertThat(item.owner()).isEmpty();
    assertThat(inTheQueueOf(OLE)).containsExactly(item.id());
    assertThatExceptionOfType(NotYourWorkException.class)
        .isThrownBy(() -> desk.workList.claim(item.id(), ANA));
  }

  @Test
  void anAnalystWhoTakesNoMoreTicketsIsAnAnalystStill() throws Exception {
    enlist(NIA, TeamId.TIER1);
    ensureGroup(Groups.ANALYST);
    identity.createMembership(NIA.value(), Groups.ANALYST);

    new LetAgentGo(desk.agents, accounts, desk.facts, desk.clock).letGo(NIA, Desk.LENA);

    assertThat(groupsOf(NIA)).containsExactlyInAnyOrder("analyst", "staff");
  }

  @Test
  void tellsWhichTablesAndDiagramsNameATeam() {
    var models = new DeployedTeamNames(EXTENSION.getProcessEngine().getRepositoryService());

    assertThat(models.naming(new TeamId("accounting")))
        .containsExactly("Determine escalation route");
    assertThat(models.naming(TeamId.ENGINEERING)).contains("Bug confirmation");
    assertThat(models.naming(NIGHT)).isEmpty();
  }

  private void arrange(TeamId team) throws Exception {
    new ArrangeTeam(desk.teams, accounts)
        .arrange(
            team,
            new TeamPlan("Night shift", 2, Optional.of(new Team.Expectation(1, 8)), false),
            Desk.LENA);
  }

  private EnlistAgent.Enlisted enlist(AgentId login, TeamId team) throws Exception {
    ensureGroup(Groups.STAFF);
    return new EnlistAgent(desk.agents, desk.teams, accounts, desk.facts)
        .enlist(
            new Enlistment(
                login,
                "Nia van der Quist",
                new EmailAddress(login + "@acme.example"),
                team,
                new Profile(
                    NO_CAPACITY,
                    false,
                    Set.of(),
                    Set.of("en"),
                    ZoneId.of("UTC"),
                    WorkingWeek.parse(""))));
  }

  private void ensureGroup(String id) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      identity.saveGroup(identity.newGroup(id));
    }
  }

  private List<String> groupsOf(AgentId agent) {
    return identity.createGroupQuery().groupMember(agent.value()).list().stream()
        .map(Group::getId)
        .toList();
  }

  private List<String> inTheQueueOf(AgentId agent) {
    return EXTENSION
        .getProcessEngine()
        .getTaskService()
        .createTaskQuery()
        .taskCandidateGroupIn(groupsOf(agent))
        .taskUnassigned()
        .list()
        .stream()
        .map(task -> task.getId())
        .toList();
  }
}
