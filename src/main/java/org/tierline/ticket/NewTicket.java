package org.tierline.ticket;

import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;

/**
 * What any channel has to know to open a ticket.
 *
 * @param requesterName the name the customer gave, if any
 * @param subject may be blank: the ticket then says so
 * @param relatesTo an earlier ticket agents should see beside this one
 * @param entrance the mailbox it came through, where there are several
 */
public record NewTicket(
    EmailAddress requester,
    Optional<String> requesterName,
    String subject,
    Channel channel,
    Content content,
    Optional<TicketNumber> relatesTo,
    Optional<Entrance> entrance) {

  /** A ticket that came through no particular door. */
  public NewTicket(
      EmailAddress requester,
      Optional<String> requesterName,
      String subject,
      Channel channel,
      Content content,
      Optional<TicketNumber> relatesTo) {
    this(requester, requesterName, subject, channel, content, relatesTo, Optional.empty());
  }
}
