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

  @Inject
  public QueueRounds(OfferQueuedTickets offerQueuedTickets) {
    this.offerQueuedTickets = offerQueuedTickets;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected QueueRounds() {
    this(null);
  }

  /** Somebody of the team may be free now. */
  @Asynchronous
  public void askAgain(TeamId team) {
    offerQueuedTickets.offer(team);
  }

  /** In case nobody said that somebody is free: a lost event, a raised capacity, a restart. */
  @Schedule(hour = "*", minute = "*", persistent = false, info = "Offer queued tickets")
  public void everyMinute() {
    QueueRounds self = context.getBusinessObject(QueueRounds.class);
    offerQueuedTickets.teams().forEach(self::askAgain); // one team's trouble is not another's
  }
}
