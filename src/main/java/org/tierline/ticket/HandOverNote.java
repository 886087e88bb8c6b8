package org.tierline.ticket;

/**
 * What an agent leaves to whoever goes on with a ticket, so that nothing is done or asked twice.
 *
 * @param tried what was tried and what came of it
 * @param reproduced whether and how the problem was reproduced
 * @param missing what is still unknown or has to be done
 */
public record HandOverNote(String tried, String reproduced, String missing) {

  public HandOverNote {
    tried = tried.strip();
    reproduced = reproduced.strip();
    missing = missing.strip();
    if (tried.isEmpty() || reproduced.isEmpty() || missing.isEmpty()) {
      throw new IllegalArgumentException(
          "A hand-over says what was tried, what was reproduced and what is missing");
    }
  }

  /** The same as one message among colleagues. */
  public String inWords() {
    return "Tried: %s\n\nReproduced: %s\n\nMissing: %s".formatted(tried, reproduced, missing);
  }
}
