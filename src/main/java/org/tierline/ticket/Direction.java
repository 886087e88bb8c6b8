package org.tierline.ticket;

/** Which way a message went; an internal one never leaves the desk. */
public enum Direction {
  INBOUND,
  OUTBOUND,
  INTERNAL
}
