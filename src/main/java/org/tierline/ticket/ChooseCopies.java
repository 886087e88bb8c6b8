package org.tierline.ticket;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tierline.agent.Agents;
import org.tierline.customer.Customer;
import org.tierline.customer.CustomerId;
import org.tierline.customer.Customers;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;

/**
 * Use case: an agent chooses who hears an answer beside the customer. Only who takes part in the
 * ticket can: whoever wrote in it, and whom those who did copied on their mails. Never colleagues,
 * who read the ticket itself, nor the desk.
 */
@ApplicationScoped
@Transactional(rollbackOn = TakesNoPartException.class)
public class ChooseCopies {

  private final Tickets tickets;
  private final Customers customers;
  private final Agents agents;
  private final MailSettings settings;
  private final MailSeal seal;

  @Inject
  public ChooseCopies(
      Tickets tickets, Customers customers, Agents agents, MailSettings settings, MailSeal seal) {
    this.tickets = tickets;
    this.customers = customers;
    this.agents = agents;
    this.settings = settings;
    this.seal = seal;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChooseCopies() {
    this(null, null, null, null, null);
  }

  /**
   * Somebody an answer may go to as well.
   *
   * @param lastSpoken whether they wrote what a customer said last, or were copied on it
   */
  public record Offer(EmailAddress person, boolean lastSpoken) {}

  /** Whom to choose from; first those of what was said last, who expect the answer. */
  public List<Offer> offers(TicketId id) {
    Ticket ticket = tickets.get(id);
    Set<EmailAddress> last = ofLastMessage(ticket);
    return takingPart(ticket).stream()
        .map(person -> new Offer(person, last.contains(person)))
        .sorted(
            comparing((Offer offer) -> !offer.lastSpoken())
                .thenComparing(offer -> offer.person().value()))
        .toList();
  }

  /**
   * @param addresses as an agent or a program wrote them
   * @throws TakesNoPartException if there is one among them whom the ticket does not know
   * @throws IllegalArgumentException if there are too many
   */
  public Copies choose(TicketId id, List<String> addresses) throws TakesNoPartException {
    if (addresses.isEmpty()) {
      return Copies.NONE;
    }
    List<EmailAddress> known = takingPart(tickets.get(id));
    List<EmailAddress> chosen = new ArrayList<>();
    for (String address : addresses) {
      chosen.add(
          EmailAddress.parse(address)
              .filter(known::contains)
              .orElseThrow(
                  () ->
                      new TakesNoPartException(HeaderText.from(address) + " takes no part here")));
    }
    return new Copies(chosen.stream().distinct().toList());
  }

  private List<EmailAddress> takingPart(Ticket ticket) {
    EmailAddress customer = customers.get(ticket.customer()).email();
    Stream<EmailAddress> wrote =
        customers.all(ticket.conversation().participants()).values().stream().map(Customer::email);
    return Stream.concat(wrote, ticket.conversation().guests().stream())
        .distinct()
        .filter(person -> !person.equals(customer))
        .filter(person -> !settings.reachesUs(person, seal))
        .filter(person -> agents.findByEmail(person).isEmpty())
        .toList();
  }

  private Set<EmailAddress> ofLastMessage(Ticket ticket) {
    Set<EmailAddress> people = new HashSet<>();
    ticket.messages().stream()
        .filter(message -> message.direction() == Direction.INBOUND)
        .reduce((earlier, later) -> later)
        .ifPresent(
            message -> {
              people.addAll(message.copies());
              if (message.author().kind() == Author.Kind.CUSTOMER) {
                people.add(customers.get(CustomerId.parse(message.author().id())).email());
              }
            });
    return people;
  }
}
