package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.platform.mail.EmailAddress;

/** What the store of agents must do; run in memory, against H2 and against PostgreSQL. */
abstract class AgentsContract {

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final TeamId team = new TeamId("team-" + unique);
  private final TeamId otherTeam = new TeamId("other-" + unique);
  private final AgentId nia = new AgentId("nia-" + unique);
  private final AgentId ole = new AgentId("ole-" + unique);

  protected abstract <T> T inTransaction(Function<Agents, T> work);

  @Test
  void knowsWhatWasSaidOfAnAgent() {
    enlist(ole, team);
    enlist(nia, team);

    Agent known = inTransaction(agents -> agents.find(nia).orElseThrow());

    assertThat(known.displayName()).isEqualTo("Name of " + nia);
    assertThat(known.isSenior()).isTrue();
    assertThat(known.capacity()).isEqualTo(12);
    assertThat(known.skills()).containsExactlyInAnyOrder(new Skill("BILLING"), new Skill("BUG"));
    assertThat(known.languages()).containsExactlyInAnyOrder("en", "pt-BR");
    assertThat(known.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    assertThat(known.workingWeek()).hasToString("MON-FRI 09:00-17:00");
    assertThat(known.leftAt()).isEmpty();
    assertThat(members(team)).containsExactly(nia, ole);
  }

  @Test
  void findsThoseAskedForTogether() {
    enlist(nia, team);
    enlist(ole, otherTeam);

    AgentId nobody = new AgentId("nobody-" + unique);

    assertThat(found(Set.of(nia, ole, nobody))).containsExactlyInAnyOrder(nia, ole);
    assertThat(found(Set.of())).isEmpty();
  }

  private List<AgentId> found(Set<AgentId> ids) {
    return inTransaction(agents -> agents.all(ids).stream().map(Agent::id).toList());
  }

  @Test
  void findsWhomAMailReaches() {
    enlist(nia, team);

    assertThat(reachedAt(address(nia))).contains(nia);
    assertThat(reachedAt(address(ole))).isEmpty();
  }

  @Test
  void anotherTeamIsKept() {
    enlist(nia, team);

    enlist(nia, otherTeam);

    assertThat(members(team)).isEmpty();
    assertThat(members(otherTeam)).containsExactly(nia);
  }

  @Test
  void whoLeftIsFoundByNameAlone() {
    enlist(nia, team);
    enlist(ole, team);

    inTransaction(
        agents -> {
          agents.find(nia).orElseThrow().leave(MONDAY_9AM);
          return true;
        });

    assertThat(members(team)).containsExactly(ole);
    assertThat(reachedAt(address(nia))).isEmpty();
    Agent known = inTransaction(agents -> agents.find(nia).orElseThrow());
    assertThat(known.leftAt()).contains(MONDAY_9AM);
    assertThat(former()).contains(nia);

    enlist(nia, team);
    assertThat(members(team)).containsExactly(nia, ole);
    assertThat(former()).doesNotContain(nia);
  }

  private List<AgentId> members(TeamId of) {
    return inTransaction(agents -> agents.membersOf(of).stream().map(Agent::id).toList());
  }

  private List<AgentId> former() {
    return inTransaction(agents -> agents.former().stream().map(Agent::id).toList());
  }

  private Optional<AgentId> reachedAt(EmailAddress address) {
    return inTransaction(agents -> agents.findByEmail(address).map(Agent::id));
  }

  private void enlist(AgentId id, TeamId into) {
    var enlistment =
        new Enlistment(
            id,
            "Name of " + id,
            address(id),
            into,
            new Profile(
                12,
                true,
                Set.of(new Skill("BILLING"), new Skill("BUG")),
                Set.of("en", "pt-BR"),
                ZoneId.of("Europe/Lisbon"),
                WorkingWeek.parse("MON-FRI 09:00-17:00")));
    inTransaction(
        agents -> {
          Agent agent =
              agents
                  .find(id)
                  .orElseGet(
                      () -> {
                        Agent added = enlistment.asAgent();
                        agents.add(added);
                        return added;
                      });
          agent.join(enlistment);
          return true;
        });
  }

  private static EmailAddress address(AgentId id) {
    return new EmailAddress(id + "@tierline.example");
  }
}
