package org.tierline.triage;

import java.util.regex.Pattern;

/**
 * Something a request tells us about itself, such as {@code OUTAGE}, with the evidence for it.
 *
 * @param code what was signalled; the decision tables own the list
 * @param phrase the table's phrase that was heard; never the customer's own text
 * @param row the id of the table's row
 */
public record Signal(String code, String phrase, String row) {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  public Signal {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a signal: " + code);
    }
  }
}
