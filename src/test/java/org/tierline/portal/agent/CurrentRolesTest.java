package org.tierline.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

/** A login that found more than its owner may by now. */
class CurrentRolesTest {

  private static final Set<String> STAFF = Set.of("staff", "tier1");
  private static final Set<String> LEAD = Set.of("staff", "lead");

  private final TestClock clock = new TestClock();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final CurrentRoles roles =
      new CurrentRoles(accounts, new Roster(agents, new InMemoryAbsences(), clock), clock);

  @BeforeEach
  void ana() {
    agents.add(agent(ANA, TeamId.TIER1));
    accounts.open("ana", "staff", "tier1");
  }

  @Test
  void whoWorksHereKeepsWhatTheyMay() {
    assertThat(roles.hasLostSome(ANA, STAFF::contains)).isFalse();
  }

  @Test
  void whoLeavesLosesItWithinSeconds() throws Exception {
    assertThat(roles.hasLostSome(ANA, STAFF::contains)).isFalse();

    letGo();
    clock.pass(CurrentRoles.KNOWN_FOR);

    assertThat(roles.hasLostSome(ANA, STAFF::contains)).isTrue();
  }

  @Test
  void anAnalystWhoLeavesTheirTeamKeepsTheRest() throws Exception {
    letGo();
    accounts.open("ana", "staff", "analyst");

    assertThat(roles.hasLostSome(ANA, Set.of("staff", "analyst", "tier1")::contains)).isFalse();
  }

  @Test
  void whoIsALeadNoLongerLosesThat() {
    assertThat(roles.hasLostSome(ANA, LEAD::contains)).isTrue();
  }

  @Test
  void whoseAccountIsKeptElsewhereKeepsAllUntilTheyLeave() throws Exception {
    agents.add(agent(TOM, TeamId.LEAD));
    assertThat(roles.hasLostSome(TOM, LEAD::contains)).isFalse();

    new LetAgentGo(agents, new InMemoryAccounts(), new RecordedFacts(), clock).letGo(TOM, ANA);
    clock.pass(CurrentRoles.KNOWN_FOR);

    assertThat(roles.hasLostSome(TOM, LEAD::contains)).isTrue();
  }

  private void letGo() throws Exception {
    new LetAgentGo(agents, accounts, new RecordedFacts(), clock).letGo(ANA, TOM);
  }
}
