package org.tierline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrangeTeamTest {

  private static final AgentId LENA = new AgentId("lena");
  private static final TeamId NIGHT = new TeamId("night");

  private final InMemoryTeams teams = new InMemoryTeams();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final ArrangeTeam arrangeTeam = new ArrangeTeam(teams, accounts);

  @Test
  void aNewTeamIsAGroupAtOnce() throws Exception {
    boolean isNew = arrangeTeam.arrange(NIGHT, plan("Night shift", 2), LENA);

    assertThat(isNew).isTrue();
    assertThat(accounts.hasGroup(NIGHT)).isTrue();
    assertThat(teams.all()).extracting(Team::name).contains("Night shift");
  }

  @Test
  void whatATeamPromisesIsChangedByALead() throws Exception {
    boolean isNew =
        arrangeTeam.arrange(
            TeamId.TIER2,
            new TeamPlan("Experts", 3, Optional.of(new Team.Expectation(2, 8)), true),
            LENA);

    assertThat(isNew).isFalse();
    Team experts = teams.find(TeamId.TIER2).orElseThrow();
    assertThat(experts.name()).isEqualTo("Experts");
    assertThat(experts.tier()).isEqualTo(3);
    assertThat(experts.expectation()).map(Object::toString).contains("2–8 hours");
    assertThat(experts.isAlertedOnArrival()).isTrue();
  }

  /** Its members would be administrators, or whatever else the group is allowed. */
  @Test
  void noTeamTakesTheNameOfAGroupWithOtherRights() {
    assertThatExceptionOfType(NameTakenException.class)
        .isThrownBy(() -> arrangeTeam.arrange(new TeamId("camunda-admin"), plan("Admins", 2), LENA))
        .withMessage("camunda-admin is the name of a group that is no team");
    assertThat(teams.find(new TeamId("camunda-admin"))).isEmpty();
  }

  @Test
  void aTeamHasANameAndATier() {
    assertThatIllegalArgumentException().isThrownBy(() -> plan(" ", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> plan("Night shift", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> plan("Night shift", 10));
  }

  private static TeamPlan plan(String name, int tier) {
    return new TeamPlan(name, tier, Optional.empty(), false);
  }
}
