package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.tierline.agent.AgentBecameAvailable;
import org.tierline.agent.AgentLeft;
import org.tierline.ticket.TicketLeftAgent;

/** Hears that somebody may be free and has the queue asked, once that is committed. */
@ApplicationScoped
class QueueCalls {

  @Inject private QueueRounds queueRounds;

  void agentCame(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentBecameAvailable fact) {
    queueRounds.askAgain(fact.team());
  }

  void agentLeft(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentLeft fact) {
    queueRounds.askAgain(fact.team());
  }

  void ticketLeft(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketLeftAgent fact) {
    queueRounds.askAgain(fact.team());
  }
}
