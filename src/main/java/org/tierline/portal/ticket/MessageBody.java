package org.tierline.portal.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.tierline.ticket.Purpose;

/** What an agent writes without finishing anything. */
public record MessageBody(
    @NotBlank(message = "must say something") @Size(max = 100_000, message = "must not be longer than 100000 characters") String text,
    @NotNull(message = "is missing") Kind kind) {

  /** To whom it goes. */
  public enum Kind {
    /** To the customer. */
    REPLY(Purpose.REPLY),
    /** To colleagues only. */
    NOTE(Purpose.NOTE);

    private final Purpose purpose;

    Kind(Purpose purpose) {
      this.purpose = purpose;
    }

    Purpose purpose() {
      return purpose;
    }
  }
}
