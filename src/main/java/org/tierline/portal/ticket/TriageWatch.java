package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketTriaged;

/**
 * Lets a caller wait a moment for triage, so that the answer can say how urgent we think it is.
 * Triage on another node is not heard here; the caller then gets what is known when time is up.
 */
@ApplicationScoped
public class TriageWatch {

  private final Map<TicketId, CompletableFuture<TicketId>> waiting = new ConcurrentHashMap<>();

  void triaged(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketTriaged fact) {
    CompletableFuture<TicketId> caller = waiting.get(fact.ticket());
    if (caller != null) {
      caller.complete(fact.ticket());
    }
  }

  /**
   * @param alreadyTriaged asked once, after we started to listen: triage may have been faster
   */
  public void await(TicketId ticket, Duration atMost, BooleanSupplier alreadyTriaged) {
    var triaged = waiting.computeIfAbsent(ticket, id -> new CompletableFuture<>());
    try {
      if (!alreadyTriaged.getAsBoolean()) {
        triaged.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException e) {
      // the answer then says what we know so far
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Nobody completes this with a failure", e);
    } finally {
      waiting.remove(ticket, triaged);
    }
  }
}
