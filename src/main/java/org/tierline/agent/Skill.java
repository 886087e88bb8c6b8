package org.tierline.agent;

import java.util.regex.Pattern;

/** Something an agent knows well enough to answer for, such as {@code BILLING}. */
public record Skill(String code) {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  public Skill {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a skill: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
