package org.tierline.ticket;

import java.util.UUID;

/** Identifies one message of a ticket's conversation. Not the Message-ID of a mail. */
public record MessageId(UUID value) {

  public static MessageId random() {
    return new MessageId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
