package org.tierline.sla;

/** What a promise is about; the words are those of the ticket's history. */
public enum SlaTarget {
  FIRST_RESPONSE("first response"),
  NEXT_RESPONSE("next response"),
  RESOLUTION("resolution"),
  /** We promised not to leave the customer without news while we work. */
  CUSTOMER_UPDATE("customer update");

  private final String words;

  SlaTarget(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
