package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tierline.platform.events.Facts;

/**
 * Asks a lead to decide whose a ticket is, whoever found that it takes one; of each ticket once.
 */
@ApplicationScoped
public class LeadCalls {

  private static final System.Logger LOG = System.getLogger(LeadCalls.class.getName());

  private final Facts facts;
  private final Clock clock;

  @Inject
  public LeadCalls(Facts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected LeadCalls() {
    this(null, null);
  }

  /**
   * Takes part in the caller's transaction.
   *
   * @param why as the lead and the ticket's history read it
   */
  public void call(Ticket ticket, String why) {
    ticket
        .callLead(why, clock.instant())
        .ifPresent(
            called -> {
              facts.announce(called);
              LOG.log(System.Logger.Level.INFO, "{0} waits for a lead: {1}", called.number(), why);
            });
  }
}
