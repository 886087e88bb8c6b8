package org.tierline.agent;

import java.util.Set;

/**
 * What staff may be besides members of a team, and lead, which is both. Every other role is a team,
 * and teams are data.
 */
public final class Roles {

  /** Everybody who works here. */
  public static final String STAFF = "staff";

  public static final String LEAD = "lead";

  /** Changes diagrams and decision tables. */
  public static final String ANALYST = "analyst";

  /** Keeps accounts, also Camunda's name for it. */
  public static final String ADMINISTRATOR = "camunda-admin";

  /** The roles that open doors; which team somebody is in opens none. */
  public static final Set<String> DOORS = Set.of(STAFF, LEAD, ANALYST, ADMINISTRATOR);

  private Roles() {}
}
