package org.tierline.process.watchdog;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import org.tierline.platform.DeskOpened;
import org.tierline.ticket.StrayTickets;

/** Goes round every minute and looks whether any open ticket is forgotten. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Watchdog {

  @Resource private SessionContext context;

  private final StrayTickets strayTickets;
  private final BringBack bringBack;
  private final MeterRegistry meters;
  private volatile boolean open;
  private volatile OptionalInt astray = OptionalInt.empty();

  @Inject
  public Watchdog(StrayTickets strayTickets, BringBack bringBack, MeterRegistry meters) {
    this.strayTickets = strayTickets;
    this.bringBack = bringBack;
    this.meters = meters;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Watchdog() {
    this(null, null, null);
  }

  /** Before that the engine may not even have its tables. */
  public void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskOpened opened) {
    open = true;
    meters.gauge("tierline.tickets.astray", this, Watchdog::figure);
  }

  /** No figure before the first round, which is not the same as 0. */
  private double figure() {
    return astray.isPresent() ? astray.getAsInt() : Double.NaN;
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "Look for strays")
  public void everyMinute() {
    if (open) {
      List<StrayTickets.Stray> found = strayTickets.find();
      astray = OptionalInt.of(found.size());
      Watchdog self = context.getBusinessObject(Watchdog.class);
      found.forEach(self::bringBack); // one ticket's trouble is not another's
    }
  }

  /** One ticket, in a transaction of its own. */
  @Asynchronous
  public void bringBack(StrayTickets.Stray stray) {
    bringBack.bringBack(stray);
  }

  /** How many the last round found; empty before the first. */
  public OptionalInt astray() {
    return astray;
  }
}
