package org.tierline.ticket;

import java.util.regex.Pattern;

/** What a ticket is about, such as {@code BILLING}; the decision tables own the list. */
public record Category(String code) {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  public static final Category GENERAL = new Category("GENERAL");

  public Category {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a category: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
