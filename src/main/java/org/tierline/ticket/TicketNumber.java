package org.tierline.ticket;

/** The number customers and agents call a ticket by, written {@code #5734}. */
public record TicketNumber(long value) {

  public TicketNumber {
    if (value < 1) {
      throw new IllegalArgumentException("A ticket number is positive, not " + value);
    }
  }

  /** The form used in mail subjects: {@code [#5734]}. */
  public String inSubject() {
    return "[" + this + "]";
  }

  @Override
  public String toString() {
    return "#" + value;
  }
}
