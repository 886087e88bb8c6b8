package org.tierline.assignment;

import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tierline.agent.TeamId;

/**
 * Goes round and offers queued tickets, in transactions of its own: that a waiting ticket finds an
 * owner is nothing an agent who just finished another one should wait for or fail with.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueRounds {

  @Resource private SessionContext context;

  private final OfferQueuedTickets offerQueuedTickets;
  private final HandOverWork handOverWork;

  @Inject
  public QueueRounds(OfferQueuedTickets offerQueuedTickets, HandOverWork handOverWork) {
    this.offerQueuedTickets = offerQueuedTickets;
    this.handOverWork = handOverWork;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected QueueRounds() {
    this(null, null);
  }

  /** Somebody of the team may be free now. */
  @Asynchronous
  public void askAgain(TeamId team) {
    offerQueuedTickets.offer(team);
  }

  /**
   * Sees what nobody announces: a shift that begins, an absence that begins or ends; and what
   * somebody announced while the desk was down.
   */
  @Schedule(hour = "*", minute = "*", persistent = false, info = "Offer queued tickets")
  public void everyMinute() {
    handOverWork.ofAbsent();
    QueueRounds self = context.getBusinessObject(QueueRounds.class);
    offerQueuedTickets.teams().forEach(self::askAgain); // one team's trouble is not another's
  }
}
