package org.tierline.agent;

import java.util.regex.Pattern;

/** A team by its short name, such as {@code tier1} or {@code accounting}; the engine's group id. */
public record TeamId(String value) {

  /** As a regular expression. */
  public static final String FORM = "[a-z][a-z0-9-]{0,31}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public static final TeamId TIER1 = new TeamId("tier1");
  public static final TeamId TIER2 = new TeamId("tier2");
  public static final TeamId ENGINEERING = new TeamId("engineering");

  /** Those who decide what no team can. */
  public static final TeamId LEAD = new TeamId("lead");

  public TeamId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a team: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
