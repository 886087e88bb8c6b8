package org.tierline.portal.ticket;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.MailAddress;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.NewTicket;

/**
 * A request for help as a program sends it.
 *
 * @param channel {@code API} if nothing is said; {@code CHAT} when a chat program passes on what
 *     somebody wrote there; another only when a staff member types in what came by that door
 */
public record NewTicketBody(
    @NotNull(message = "is missing") @Valid Requester requester,
    @NotBlank(message = "must say something") @Size(max = 500, message = "must not be longer than 500 characters") String subject,
    @NotBlank(message = "must say something") @Size(max = 100_000, message = "must not be longer than 100000 characters") String text,
    @Nullable Channel channel) {

  /** Who asks. */
  public record Requester(
      @NotBlank(message = "is missing") @MailAddress String email,
      @Nullable @Size(max = 200, message = "must not be longer than 200 characters") String name) {}

  Channel by() {
    return channel == null ? Channel.API : channel;
  }

  NewTicket toNewTicket() {
    return new NewTicket(
        EmailAddress.parse(requester.email()).orElseThrow(),
        Optional.ofNullable(requester.name()),
        subject,
        by(),
        Content.typed(text),
        Optional.empty());
  }

  /** The same for bodies that say the same, whatever their white space. */
  String fingerprint() {
    var parts =
        List.of(requester.email(), String.valueOf(requester.name()), subject, text, by().name());
    return Fingerprint.of(parts).value();
  }
}
