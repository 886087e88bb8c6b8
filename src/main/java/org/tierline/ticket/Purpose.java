package org.tierline.ticket;

/** What a message is for; decides whether and how the customer hears of it. */
public enum Purpose {
  /** The customer asks for help or answers us. */
  REQUEST(Direction.INBOUND),
  /** An agent tells the customer something; work goes on. */
  REPLY(Direction.OUTBOUND),
  /** An agent asks the customer something; the ticket waits. */
  QUESTION(Direction.OUTBOUND),
  /** An agent says how the problem was solved. */
  SOLUTION(Direction.OUTBOUND),
  /** A remark among colleagues. */
  NOTE(Direction.INTERNAL),
  /** Why the ticket goes to another team, and what was found so far. */
  ESCALATION(Direction.INTERNAL),
  /** What is broken, its impact and how to reproduce it, for engineering. */
  BUG_REPORT(Direction.INTERNAL);

  private final Direction direction;

  Purpose(Direction direction) {
    this.direction = direction;
  }

  public Direction direction() {
    return direction;
  }
}
