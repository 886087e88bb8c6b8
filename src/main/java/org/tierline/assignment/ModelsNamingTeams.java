package org.tierline.assignment;

import java.util.List;
import org.tierline.agent.TeamId;

/** The decision tables and diagrams in force, which send tickets to teams by name. */
public interface ModelsNamingTeams {

  /** The names of those that send something to this team. */
  List<String> naming(TeamId team);
}
