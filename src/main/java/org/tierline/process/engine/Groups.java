package org.tierline.process.engine;

import java.util.Map;
import org.tierline.agent.Roles;

/**
 * The groups of the desk that are no team, and that of the leads, who are both; their ids are the
 * roles of the login. Every team has a group besides, kept by {@link EngineAccounts}.
 */
final class Groups {

  /** Everybody who works here. */
  static final String STAFF = Roles.STAFF;

  static final String LEAD = Roles.LEAD;
  static final String ANALYST = Roles.ANALYST;
  static final String ADMINISTRATORS = Roles.ADMINISTRATOR;

  private Groups() {}

  /** The id of every group that is no team, and what people read. */
  static Map<String, String> besidesTeams() {
    return Map.of(STAFF, "Staff", ANALYST, "Process analysts", ADMINISTRATORS, "Administrators");
  }
}
