package org.tierline.ticket;

import java.util.UUID;

/** Identifies a ticket inside the desk; people use its {@link TicketNumber}. */
public record TicketId(UUID value) {

  public static TicketId random() {
    return new TicketId(UUID.randomUUID());
  }

  public static TicketId parse(String text) {
    return new TicketId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
