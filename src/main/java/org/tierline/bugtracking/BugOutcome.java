package org.tierline.bugtracking;

/** What engineering says became of a defect. */
public enum BugOutcome {
  /** Repaired; the customer gets the correction. */
  FIXED("fixed"),
  /** Not repaired yet, but there is a way around it. */
  WORKAROUND("a workaround exists"),
  /** Not a defect, or one we shall not repair. */
  REJECTED("not a defect we will repair");

  private final String words;

  BugOutcome(String words) {
    this.words = words;
  }

  /** As it reads in a ticket's history. */
  String words() {
    return words;
  }
}
