package org.tierline.process.engine;

import java.util.Map;

/**
 * The groups of the desk that are no team, and that of the leads, who are both; their ids are the
 * roles of the login. Every team has a group besides, kept by {@link EngineAccounts}.
 */
final class Groups {

  /** Everybody who works here. */
  static final String STAFF = "staff";

  static final String LEAD = "lead";
  static final String ANALYST = "analyst";
  static final String ADMINISTRATORS = "camunda-admin";

  private Groups() {}

  /** The id of every group that is no team, and what people read. */
  static Map<String, String> besidesTeams() {
    return Map.of(STAFF, "Staff", ANALYST, "Process analysts", ADMINISTRATORS, "Administrators");
  }
}
