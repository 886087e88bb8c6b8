package org.tierline.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The absences of all agents. Nothing here asks for those that are over. */
public interface Absences {

  void add(Absence absence);

  void remove(Absence absence);

  Optional<Absence> find(UUID id);

  /** Those under way and those to come, the next first. */
  List<Absence> notOverAt(Instant now);
}
