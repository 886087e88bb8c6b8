package org.tierline.ticket;

/** How much a ticket asks for something of its agent, such as experience. */
public enum Demand {
  /** Anybody will do. */
  ANY,
  /** Those who have it are asked first; the others when they are busy. */
  PREFER,
  /** Only those who have it, unless the whole team has nobody. */
  REQUIRE
}
