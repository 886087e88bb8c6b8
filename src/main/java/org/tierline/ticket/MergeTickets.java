package org.tierline.ticket;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.customer.Customer;
import org.tierline.customer.CustomerId;
import org.tierline.customer.Customers;
import org.tierline.platform.events.Facts;
import org.tierline.platform.mail.EmailAddress;

/**
 * Use case: two tickets turn out to be about the same. One survives; the other ends, and whatever
 * still comes for it goes to the survivor. What its customer wrote stands there as a remark, and
 * they may answer there. The survivor's promise stays what it was: nobody has been answered yet;
 * but of two tickets of one customer its clock counts from the opening of the older one.
 */
@ApplicationScoped
@Transactional(rollbackOn = CannotMergeException.class)
public class MergeTickets {

  private static final int MAX_QUOTE_LENGTH = 20_000;

  private static final System.Logger LOG = System.getLogger(MergeTickets.class.getName());

  private final Tickets tickets;
  private final Customers customers;
  private final Agents agents;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public MergeTickets(
      Tickets tickets, Customers customers, Agents agents, Facts facts, Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.agents = agents;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MergeTickets() {
    this(null, null, null, null, null);
  }

  /**
   * @param id the ticket that ends
   * @param into the survivor's number
   * @throws CannotMergeException if the survivor cannot take it; nothing is stored
   */
  public void merge(TicketId id, TicketNumber into, AgentId by) throws CannotMergeException {
    Ticket ticket = tickets.get(id);
    Ticket survivor =
        tickets
            .find(into)
            .orElseThrow(() -> new CannotMergeException("There is no ticket " + into + "."));
    demandMergeable(ticket, survivor);
    Instant now = clock.instant();
    Author agent = Author.of(by, agents.find(by).map(Agent::displayName).orElse(by.value()));
    boolean wasOnADesk = ticket.assignee().isPresent() && !ticket.status().isFinished();
    survivor.drawIn(peopleOf(ticket));
    survivor.write(Purpose.NOTE, agent, Content.typed(wordsOf(ticket)), now);
    ticket.mergeInto(survivor, agent, now);
    facts.announce(new TicketMerged(id, ticket.number(), survivor.id()));
    if (wasOnADesk) {
      facts.announce(new TicketLeftAgent(id, ticket.team()));
    }
    LOG.log(System.Logger.Level.INFO, "{0} merged into {1} by {2}", ticket.number(), into, by);
  }

  /** Only an open ticket survives and only an ended one was merged, so no circle can close. */
  private static void demandMergeable(Ticket ticket, Ticket survivor) throws CannotMergeException {
    if (ticket.id().equals(survivor.id())) {
      throw new CannotMergeException("A ticket cannot be merged into itself.");
    }
    if (ticket.mergedInto().isPresent()) {
      throw new CannotMergeException(ticket.number() + " has been merged already.");
    }
    if (survivor.status().isFinished()) {
      throw new CannotMergeException(
          survivor.number() + " is closed. Only an open ticket can take another one in.");
    }
  }

  private List<EmailAddress> peopleOf(Ticket ticket) {
    Set<CustomerId> wrote = ticket.conversation().participants();
    return Stream.concat(
            Stream.concat(Stream.of(ticket.customer()), wrote.stream())
                .map(customers::get)
                .map(Customer::email),
            ticket.conversation().guests().stream())
        .distinct()
        .toList();
  }

  private String wordsOf(Ticket ticket) {
    String said =
        ticket.messages().stream()
            .filter(message -> message.direction() == Direction.INBOUND)
            .map(message -> message.author().name() + ":\n" + message.visibleReply())
            .collect(joining("\n\n"));
    String words =
        "Merged from %s, \"%s\", of %s:%n%n%s"
            .formatted(
                ticket.number(), ticket.subject(), customers.get(ticket.customer()).email(), said);
    return words.length() <= MAX_QUOTE_LENGTH ? words : words.substring(0, MAX_QUOTE_LENGTH) + "…";
  }
}
