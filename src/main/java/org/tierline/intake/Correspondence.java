package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.tierline.ticket.TicketId;

/** Knows whether writing to a customer reaches a person. */
@ApplicationScoped
@Transactional
public class Correspondence {

  private final ReceivedMails receivedMails;

  @Inject
  Correspondence(ReceivedMails receivedMails) {
    this.receivedMails = receivedMails;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Correspondence() {
    this(null);
  }

  /** False for a ticket a machine opened: an automatic answer could start a loop. */
  public boolean mayAnswerAutomatically(TicketId ticket) {
    return receivedMails.findOpening(ticket).map(ReceivedMail::isAnswerable).orElse(true);
  }
}
