package org.tierline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.TeamId.ENGINEERING;
import static org.tierline.agent.TeamId.LEAD;
import static org.tierline.agent.TeamId.TIER1;
import static org.tierline.agent.TeamId.TIER2;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;

class PingPongPolicyTest {

  private static final TeamId ACCOUNTING = new TeamId("accounting");

  @Test
  void twoTeamsMayPassATicketOn() {
    assertThat(PingPongPolicy.whyALeadDecides(TIER1, TIER2, Set.of(), 0)).isEmpty();
    assertThat(PingPongPolicy.whyALeadDecides(TIER2, ENGINEERING, Set.of(TIER1), 1)).isEmpty();
  }

  @Test
  void theThirdChangeIsALeadsDecision() {
    assertThat(PingPongPolicy.whyALeadDecides(ENGINEERING, ACCOUNTING, Set.of(TIER1, TIER2), 2))
        .contains("it has changed its team 2 times");
  }

  @Test
  void theWayBackIsALeadsDecision() {
    assertThat(PingPongPolicy.whyALeadDecides(TIER2, TIER1, Set.of(TIER1), 1))
        .contains("it has been with tier1 before");
  }

  @Test
  void whatALeadDecidesIsDone() {
    assertThat(PingPongPolicy.whyALeadDecides(LEAD, TIER1, Set.of(TIER1, TIER2), 2)).isEmpty();
  }

  @Test
  void nobodyIsKeptFromAskingALead() {
    assertThat(PingPongPolicy.whyALeadDecides(TIER2, LEAD, Set.of(LEAD), 2)).isEmpty();
  }

  @Test
  void whoeverOnlyLeavesItToTheirOwnTeamChangesNothing() {
    assertThat(PingPongPolicy.whyALeadDecides(TIER2, TIER2, Set.of(TIER2), 2)).isEmpty();
  }
}
