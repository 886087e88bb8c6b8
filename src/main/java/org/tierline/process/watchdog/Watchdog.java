package org.tierline.process.watchdog;

import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tierline.ticket.StrayTickets;

/** Goes round every minute and looks whether any open ticket is forgotten. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Watchdog {

  @Resource private SessionContext context;

  private final StrayTickets strayTickets;
  private final BringBack bringBack;

  @Inject
  public Watchdog(StrayTickets strayTickets, BringBack bringBack) {
    this.strayTickets = strayTickets;
    this.bringBack = bringBack;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Watchdog() {
    this(null, null);
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "Look for strays")
  public void everyMinute() {
    Watchdog self = context.getBusinessObject(Watchdog.class);
    strayTickets.find().forEach(self::bringBack); // one ticket's trouble is not another's
  }

  /** One ticket, in a transaction of its own. */
  @Asynchronous
  public void bringBack(StrayTickets.Stray stray) {
    bringBack.bringBack(stray);
  }
}
