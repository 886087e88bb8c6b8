package org.tierline.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.Skill;

class AssignmentPolicyTest {

  private static final Skill BILLING = new Skill("BILLING");

  @Test
  void prefersTheAgentWithTheLeastWork() {
    var candidates = List.of(candidate(ANA, 5), candidate(BEN, 2), candidate(TOM, 3));

    assertThat(choose(Optional.empty(), candidates, null)).contains(BEN);
  }

  @Test
  void passesOverAgentsWithoutRoom() {
    var candidates = List.of(new Candidate(ANA, java.util.Set.of(), 3, 3), candidate(BEN, 9));

    assertThat(choose(Optional.empty(), candidates, null)).contains(BEN);
  }

  @Test
  void passesOverAgentsWhoMissTheSkill() {
    var candidates = List.of(candidate(ANA, 0, "BUG"), candidate(BEN, 9, "BUG", "BILLING"));

    assertThat(choose(Optional.of(BILLING), candidates, null)).contains(BEN);
  }

  @Test
  void takesAnAgentWithoutListedSkillsForAGeneralist() {
    assertThat(choose(Optional.of(BILLING), List.of(candidate(ANA, 0)), null)).contains(ANA);
  }

  @Test
  void letsEqualsTakeTurns() {
    var candidates = List.of(candidate(ANA, 1), candidate(BEN, 1), candidate(TOM, 1));

    assertThat(choose(Optional.empty(), candidates, null)).contains(ANA);
    assertThat(choose(Optional.empty(), candidates, ANA)).contains(BEN);
    assertThat(choose(Optional.empty(), candidates, BEN)).contains(TOM);
    assertThat(choose(Optional.empty(), candidates, TOM)).contains(ANA);
  }

  @Test
  void asksNobodyWhenNobodyCan() {
    assertThat(choose(Optional.of(BILLING), List.of(candidate(ANA, 0, "BUG")), null)).isEmpty();
    assertThat(choose(Optional.empty(), List.of(), null)).isEmpty();
  }

  private static Optional<AgentId> choose(
      Optional<Skill> needed, List<Candidate> candidates, AgentId servedLast) {
    return AssignmentPolicy.choose(needed, candidates, Optional.ofNullable(servedLast))
        .map(Candidate::agent);
  }

  private static Candidate candidate(AgentId agent, int load, String... skills) {
    return new Candidate(
        agent, Arrays.stream(skills).map(Skill::new).collect(Collectors.toSet()), load, 10);
  }
}
