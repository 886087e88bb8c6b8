package org.tierline.agent;

import java.util.List;
import java.util.Optional;

/** The teams of the desk. */
public interface Teams {

  void add(Team team);

  void remove(Team team);

  /** From the first tier to the last. */
  List<Team> all();

  Optional<Team> find(TeamId id);
}
