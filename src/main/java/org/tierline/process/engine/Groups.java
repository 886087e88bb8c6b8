package org.tierline.process.engine;

import java.util.Map;
import java.util.TreeMap;

/** The groups of the desk; their ids are the roles of the login and the names of the teams. */
final class Groups {

  /** Everybody who works here. */
  static final String STAFF = "staff";

  static final String LEAD = "lead";
  static final String ANALYST = "analyst";
  static final String ADMINISTRATORS = "camunda-admin";

  private Groups() {}

  /** Every group's id and what people read. */
  static Map<String, String> all() {
    Map<String, String> names = new TreeMap<>();
    names.put(STAFF, "Staff");
    names.put("tier1", "First level support");
    names.put("tier2", "Technical specialists");
    names.put("accounting", "Accounting");
    names.put("engineering", "Engineering liaison");
    names.put("product", "Product management");
    names.put(LEAD, "Team leads");
    names.put(ANALYST, "Process analysts");
    names.put(ADMINISTRATORS, "Administrators");
    return names;
  }
}
