package org.tierline.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The teams a desk starts with, as the first migration brings them. */
public class InMemoryTeams implements Teams {

  private final List<Team> teams =
      new ArrayList<>(
          List.of(
              team("tier1", "Tier 1", 1, new Team.Expectation(4, 24), false),
              team("accounting", "Accounting", 2, new Team.Expectation(24, 48), false),
              team("product", "Product", 2, new Team.Expectation(48, 120), false),
              team("tier2", "Tier 2 specialists", 2, new Team.Expectation(24, 48), false),
              team("engineering", "Engineering liaison", 3, new Team.Expectation(24, 72), true),
              team("lead", "Team leads", 4, null, true)));

  private static Team team(
      String code, String name, int tier, Team.Expectation expectation, boolean alerted) {
    return new Team(new TeamId(code), name, tier, Optional.ofNullable(expectation), alerted);
  }

  @Override
  public void add(Team team) {
    teams.add(team);
  }

  @Override
  public void remove(Team team) {
    teams.remove(team);
  }

  @Override
  public List<Team> all() {
    return teams.stream()
        .sorted(Comparator.comparingInt(Team::tier).thenComparing(Team::name))
        .toList();
  }

  @Override
  public Optional<Team> find(TeamId id) {
    return teams.stream().filter(team -> team.id().equals(id)).findFirst();
  }
}
