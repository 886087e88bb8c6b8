package org.tierline.notification;

/** What staff are told about; each person chooses for each kind how. */
public enum NoticeKind {
  ASSIGNED("A ticket is given to me or taken from me", false),
  CUSTOMER_WROTE("The customer wrote in my ticket", false),
  UNDELIVERABLE("A mail to my customer came back", false),
  SLA_WARNING("A promise is about to be missed", true),
  SLA_BREACH("A promise was missed", true),
  UPDATE_DUE("My customer waits for news", false),
  TEAM_ALERT("My whole team has to know of a ticket", true),
  DECISION("A ticket waits for my decision as a lead", true),
  DESK_TROUBLE("The desk itself needs a lead", false);

  private final String words;
  private final boolean alarm;

  NoticeKind(String words, boolean alarm) {
    this.words = words;
    this.alarm = alarm;
  }

  /** As the person choosing reads it. */
  public String words() {
    return words;
  }

  /** Whether it is of no use later: never kept for a digest, and may break through quiet hours. */
  public boolean isAlarm() {
    return alarm;
  }
}
