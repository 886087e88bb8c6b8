package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.EmailAddress;

/** Who works here is said by a lead: they come, change, go and come back. */
class EnlistAgentTest {

  private static final AgentId NIA = new AgentId("nia");
  private static final AgentId LENA = new AgentId("lena");

  private final TestClock clock = new TestClock();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryTeams teams = new InMemoryTeams();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final RecordedFacts facts = new RecordedFacts();
  private final EnlistAgent enlistAgent = new EnlistAgent(agents, teams, accounts, facts);
  private final LetAgentGo letAgentGo = new LetAgentGo(agents, accounts, facts, clock);

  @Test
  void somebodyNewGetsAnAccountTheirTeamAndWork() throws Exception {
    var enlisted = enlistAgent.enlist(nia(TeamId.TIER1, "nia@acme.example"));

    assertThat(enlisted.isNew()).isTrue();
    assertThat(enlisted.firstPassword()).contains("first-password-of-nia");
    assertThat(accounts.groupsOf(NIA)).containsExactly("staff", "tier1");
    Agent nia = agents.find(NIA).orElseThrow();
    assertThat(nia.displayName()).isEqualTo("Nia Quist");
    assertThat(nia.isSenior()).isTrue();
    assertThat(facts.announced()).containsExactly(new AgentBecameAvailable(NIA, TeamId.TIER1));
  }

  @Test
  void whoHasAnAccountKeepsIt() throws Exception {
    accounts.open("nia", "staff", "analyst");

    var enlisted = enlistAgent.enlist(nia(TeamId.TIER1, "nia@acme.example"));

    assertThat(enlisted.firstPassword()).isEmpty();
    assertThat(accounts.groupsOf(NIA)).containsExactly("analyst", "staff", "tier1");
  }

  @Test
  void anotherTeamIsAnotherGroup() throws Exception {
    enlistAgent.enlist(nia(TeamId.TIER1, "nia@acme.example"));

    var enlisted = enlistAgent.enlist(nia(TeamId.TIER2, "nia.quist@acme.example"));

    assertThat(enlisted.isNew()).isFalse();
    assertThat(accounts.groupsOf(NIA)).containsExactly("staff", "tier2");
    assertThat(agents.membersOf(TeamId.TIER1)).isEmpty();
    assertThat(agents.findByEmail(new EmailAddress("nia.quist@acme.example"))).isPresent();
  }

  @Test
  void nobodyWorksInATeamThatIsNotThere() {
    assertThatExceptionOfType(UnknownTeamException.class)
        .isThrownBy(() -> enlistAgent.enlist(nia(new TeamId("night"), "nia@acme.example")))
        .withMessage("There is no team night");
    assertThat(agents.find(NIA)).isEmpty();
  }

  @Test
  void twoAgentsDoNotShareAnAddress() {
    agents.add(AgentFixture.agent(LENA, TeamId.LEAD));

    assertThatExceptionOfType(AddressTakenException.class)
        .isThrownBy(() -> enlistAgent.enlist(nia(TeamId.TIER1, "lena@tierline.example")))
        .withMessage("lena@tierline.example is the address of lena");
  }

  @Test
  void whoLeavesGetsNoWorkAndIsForgottenByNobody() throws Exception {
    enlistAgent.enlist(nia(TeamId.TIER1, "nia@acme.example"));

    letAgentGo.letGo(NIA, LENA);
    letAgentGo.letGo(NIA, LENA);

    assertThat(agents.membersOf(TeamId.TIER1)).isEmpty();
    assertThat(agents.findByEmail(new EmailAddress("nia@acme.example"))).isEmpty();
    assertThat(agents.find(NIA)).map(Agent::displayName).contains("Nia Quist");
    assertThat(agents.former()).extracting(Agent::id).containsExactly(NIA);
    assertThat(accounts.groupsOf(NIA)).isEmpty();
    assertThat(facts.ofType(AgentLeft.class)).containsExactly(new AgentLeft(NIA, TeamId.TIER1));
    assertThatExceptionOfType(NotAnAgentException.class)
        .isThrownBy(() -> new ChangeAvailability(agents, facts).change(NIA, true));
  }

  @Test
  void whoComesBackTakesTicketsAgain() throws Exception {
    enlistAgent.enlist(nia(TeamId.TIER1, "nia@acme.example"));
    letAgentGo.letGo(NIA, LENA);

    enlistAgent.enlist(nia(TeamId.TIER2, "nia@acme.example"));

    assertThat(agents.membersOf(TeamId.TIER2))
        .singleElement()
        .satisfies(nia -> assertThat(nia.isAvailable()).isTrue());
    assertThat(agents.former()).isEmpty();
    assertThat(accounts.groupsOf(NIA)).containsExactly("staff", "tier2");
  }

  @Test
  void aNameIsOneLineOfWords() {
    assertThatIllegalArgumentException().isThrownBy(() -> named("  "));
    assertThatIllegalArgumentException().isThrownBy(() -> named("Nia\nBcc: all"));
  }

  private static Enlistment named(String name) {
    return new Enlistment(NIA, name, new EmailAddress("nia@acme.example"), TeamId.TIER1, profile());
  }

  private static Enlistment nia(TeamId team, String email) {
    return new Enlistment(NIA, "Nia Quist", new EmailAddress(email), team, profile());
  }

  private static Profile profile() {
    return new Profile(
        20,
        true,
        Set.of(new Skill("BILLING")),
        Set.of("en"),
        ZoneId.of("Europe/Lisbon"),
        WorkingWeek.parse(""));
  }
}
