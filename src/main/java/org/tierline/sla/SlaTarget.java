package org.tierline.sla;

/** What a promise is about; the words are those of the ticket's history. */
public enum SlaTarget {
  FIRST_RESPONSE("first response"),
  RESOLUTION("resolution");

  private final String words;

  SlaTarget(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
