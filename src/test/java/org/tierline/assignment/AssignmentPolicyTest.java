package org.tierline.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.Skill;
import org.tierline.ticket.Demand;

class AssignmentPolicyTest {

  private static final int WEIGHT = 2;
  private static final Need ANYBODY = need(Demand.ANY, Demand.ANY);
  private static final Need BILLING =
      new Need(Optional.of(new Skill("BILLING")), Optional.empty(), Demand.ANY, Demand.ANY, WEIGHT);

  @Test
  void prefersTheAgentWithTheLeastWork() {
    var candidates = List.of(candidate(ANA, 5), candidate(BEN, 2), candidate(TOM, 3));

    assertThat(choose(ANYBODY, candidates)).contains(BEN);
  }

  @Test
  void givesNobodyMoreThanTheyCanTake() {
    var candidates = List.of(candidate(ANA, 9), candidate(BEN, 8));

    assertThat(choose(ANYBODY, candidates)).contains(BEN);
    assertThat(choose(ANYBODY, List.of(candidate(ANA, 9)))).isEmpty();
  }

  @Test
  void givesAnIdleAgentEvenWhatWeighsMoreThanTheyUsuallyTake() {
    assertThat(choose(ANYBODY, List.of(new Candidate(ANA, Set.of(), Set.of(), false, 0, 1))))
        .contains(ANA);
    assertThat(choose(ANYBODY, List.of(new Candidate(ANA, Set.of(), Set.of(), false, 0, 0))))
        .isEmpty();
  }

  @Test
  void passesOverAgentsWhoMissTheSkill() {
    var candidates = List.of(candidate(ANA, 0, "BUG"), candidate(BEN, 8, "BUG", "BILLING"));

    assertThat(choose(BILLING, candidates)).contains(BEN);
  }

  @Test
  void takesAnAgentWithoutListedSkillsForAGeneralist() {
    assertThat(choose(BILLING, List.of(candidate(ANA, 0)))).contains(ANA);
  }

  @Test
  void asksThoseFirstWhoSpeakTheLanguage() {
    var candidates = List.of(speaking(ANA, 0, "en"), speaking(TOM, 7, "en", "de"));

    assertThat(choose(need(Demand.PREFER, Demand.ANY), candidates)).contains(TOM);
    assertThat(choose(need(Demand.ANY, Demand.ANY), candidates)).contains(ANA);
  }

  @Test
  void asksOthersOnlyWhenTheLanguageIsNotRequired() {
    var candidates = List.of(speaking(ANA, 0, "en"), speaking(TOM, 9, "en", "de"));

    assertThat(choose(need(Demand.PREFER, Demand.ANY), candidates)).contains(ANA);
    assertThat(choose(need(Demand.REQUIRE, Demand.ANY), candidates)).isEmpty();
  }

  @Test
  void leavesDifficultCustomersToSeniors() {
    var candidates = List.of(candidate(ANA, 0), senior(BEN, 8));
    var busy = List.of(candidate(ANA, 0), senior(BEN, 9));

    assertThat(choose(need(Demand.ANY, Demand.REQUIRE), candidates)).contains(BEN);
    assertThat(choose(need(Demand.ANY, Demand.REQUIRE), busy)).isEmpty();
    assertThat(choose(need(Demand.ANY, Demand.PREFER), candidates)).contains(BEN);
    assertThat(choose(need(Demand.ANY, Demand.PREFER), busy)).contains(ANA);
  }

  @Test
  void letsEqualsTakeTurns() {
    var candidates = List.of(candidate(ANA, 1), candidate(BEN, 1), candidate(TOM, 1));

    assertThat(choose(ANYBODY, candidates)).contains(ANA);
    assertThat(choose(ANYBODY, candidates, ANA)).contains(BEN);
    assertThat(choose(ANYBODY, candidates, BEN)).contains(TOM);
    assertThat(choose(ANYBODY, candidates, TOM)).contains(ANA);
  }

  @Test
  void asksNobodyWhenNobodyCan() {
    assertThat(choose(BILLING, List.of(candidate(ANA, 0, "BUG")))).isEmpty();
    assertThat(choose(ANYBODY, List.of())).isEmpty();
  }

  private static Optional<AgentId> choose(Need need, List<Candidate> candidates) {
    return choose(need, candidates, null);
  }

  private static Optional<AgentId> choose(
      Need need, List<Candidate> candidates, AgentId servedLast) {
    return AssignmentPolicy.choose(need, candidates, Optional.ofNullable(servedLast))
        .map(Candidate::agent);
  }

  private static Need need(Demand german, Demand senior) {
    return new Need(Optional.empty(), Optional.of("de"), german, senior, WEIGHT);
  }

  private static Candidate candidate(AgentId agent, int load, String... skills) {
    return new Candidate(
        agent,
        Arrays.stream(skills).map(Skill::new).collect(Collectors.toSet()),
        Set.of("en"),
        false,
        load,
        10);
  }

  private static Candidate speaking(AgentId agent, int load, String... languages) {
    return new Candidate(agent, Set.of(), Set.of(languages), false, load, 10);
  }

  private static Candidate senior(AgentId agent, int load) {
    return new Candidate(agent, Set.of(), Set.of("en"), true, load, 10);
  }
}
