package org.tierline.assignment;

import java.util.List;
import org.tierline.agent.TeamId;

/** The turns of all teams in which tickets were ever assigned. */
interface Turns {

  /** Takes a team's turn: others who want to assign in this team wait until we are done. */
  Turn take(TeamId team);

  List<TeamId> teams();
}
