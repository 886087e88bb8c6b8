package org.tierline.assignment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tierline.agent.TeamId;

public class InMemoryTurns implements Turns {

  private final Map<String, Turn> turns = new TreeMap<>();

  @Override
  public Turn take(TeamId team) {
    return turns.computeIfAbsent(team.value(), name -> new Turn(team));
  }

  @Override
  public List<TeamId> teams() {
    return turns.keySet().stream().map(TeamId::new).toList();
  }
}
