package org.tierline.ticket;

/** The door a message came in by. */
public enum Channel {
  EMAIL,
  PORTAL,
  CHAT,
  PHONE,
  API
}
