package org.tierline.ticket;

import org.tierline.agent.AgentId;
import org.tierline.customer.Customer;

/**
 * Who wrote a message or caused a change.
 *
 * @param id the customer's id, the agent's login, or the name of the rule that acted
 * @param name as people read it
 */
public record Author(Kind kind, String id, String name) {

  /** The desk itself, acting by its process and rules. */
  public static final Author DESK = new Author(Kind.DESK, "desk", "Tierline");

  /** On which side of the desk the author sits. */
  public enum Kind {
    CUSTOMER,
    AGENT,
    DESK
  }

  public static Author of(Customer customer) {
    return new Author(Kind.CUSTOMER, customer.id().toString(), customer.displayName());
  }

  public static Author of(AgentId agent, String displayName) {
    return new Author(Kind.AGENT, agent.value(), displayName);
  }
}
