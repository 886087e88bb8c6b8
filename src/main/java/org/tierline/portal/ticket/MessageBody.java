package org.tierline.portal.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.ticket.Purpose;

/**
 * What an agent writes without finishing anything.
 *
 * @param cc who hears a reply beside the customer; only addresses that take part in the ticket
 */
public record MessageBody(
    @NotBlank(message = "must say something") @Size(max = 100_000, message = "must not be longer than 100000 characters") String text,
    @NotNull(message = "is missing") Kind kind,
    @Nullable @Size(max = 10, message = "must not be more than 10") List<@Nullable String> cc) {

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
