package org.tierline.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The teams of the desk. */
public interface Teams {

  void add(Team team);

  void remove(Team team);

  /** From the first tier to the last. */
  List<Team> all();

  Optional<Team> find(TeamId id);

  /** How each is called, by its code, in the order of {@link #all}. */
  default Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    all().forEach(team -> names.put(team.id().value(), team.name()));
    return names;
  }
}
