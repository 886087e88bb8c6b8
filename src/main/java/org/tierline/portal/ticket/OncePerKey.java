package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.portal.Json;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.TicketNumber;

/**
 * What a program did not hear our answer to it may ask for again under the same idempotency key:
 * nobody is written to twice, and the program hears the first answer, word for word.
 */
@ApplicationScoped
class OncePerKey {

  private final KeepAnswer keepAnswer;

  @Inject
  OncePerKey(KeepAnswer keepAnswer) {
    this.keepAnswer = keepAnswer;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OncePerKey() {
    this(null);
  }

  /**
   * What is asked for.
   *
   * @param what such as {@code messages}
   * @param body as it was understood
   */
  record Request(String what, long ticket, AgentId by, Object body) {

    private Fingerprint fingerprint() {
      return Fingerprint.of(List.of(what, String.valueOf(ticket), by.value(), Json.write(body)));
    }
  }

  /**
   * Does the work in a transaction of its own, unless it was done before.
   *
   * @param key none where the program takes the risk
   */
  public <A extends Exception, B extends Exception> String answer(
      Optional<String> key, Request request, KeepAnswer.Work<A, B> work) throws A, B {
    return key.isEmpty() ? work.answer() : answer(key.get(), request, work);
  }

  private <A extends Exception, B extends Exception> String answer(
      String key, Request request, KeepAnswer.Work<A, B> work) throws A, B {
    Fingerprint fingerprint = request.fingerprint();
    Optional<String> earlier = earlier(key, fingerprint);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      return keepAnswer.first(key, fingerprint, new TicketNumber(request.ticket()), work);
    } catch (PersistenceException e) {
      return earlier(key, fingerprint).orElseThrow(() -> e); // the other one is stored by now
    }
  }

  private Optional<String> earlier(String key, Fingerprint fingerprint) {
    try {
      return keepAnswer.earlier(key, fingerprint);
    } catch (IdempotencyKeyReusedException e) {
      throw keyReused();
    }
  }

  static ProblemException keyReused() {
    return new ProblemException(
        new Problem(
            "/problems/idempotency-key-reused",
            "Idempotency key reused",
            422,
            "This idempotency key came with another request before.",
            List.of()));
  }
}
