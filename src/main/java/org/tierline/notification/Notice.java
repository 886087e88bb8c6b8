package org.tierline.notification;

import java.util.Map;
import java.util.Optional;
import org.tierline.ticket.Ticket;

/**
 * Something staff shall be told.
 *
 * @param headline a sentence that says it all, such as "Ticket #5734 is yours now."
 * @param link where to look, from the desk's root
 * @param template the mail's template, filled with the values
 */
record Notice(
    NoticeKind kind,
    Optional<Ticket> ticket,
    String headline,
    String link,
    String template,
    Map<String, ?> values) {

  /** About a ticket. */
  static Notice about(
      Ticket ticket, NoticeKind kind, String headline, String template, Map<String, ?> values) {
    return new Notice(
        kind,
        Optional.of(ticket),
        headline,
        "/desk/tickets/" + ticket.number().value(),
        template,
        values);
  }

  /** The same for whoever hears of it in place of somebody who is away. */
  Notice insteadOf(String name) {
    return new Notice(
        kind, ticket, "%s %s is away.".formatted(headline, name), link, template, values);
  }

  Optional<Long> ticketNumber() {
    return ticket.map(about -> about.number().value());
  }
}
