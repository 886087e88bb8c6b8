package org.tierline.agent;

import java.util.regex.Pattern;

/** A staff member's login name: the container's principal and the engine's user id. */
public record AgentId(String value) {

  /** As a regular expression. */
  public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public AgentId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a login name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
