package org.tierline.ticket;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tierline.customer.CustomerId;
import org.tierline.platform.mail.EmailAddress;

/** What is said in a ticket, who takes part, and whose turn it is to speak. */
@Embeddable
public class Conversation {

  private static final int MOST_GUESTS = 100;

  private int messageCount;

  private int customerMessages;

  @Embedded private Exchange exchange = new Exchange();

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
  private List<Message> messages = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "ticket_guest", joinColumns = @JoinColumn(name = "ticket_id"))
  @Column(name = "email")
  private Set<String> guests = new HashSet<>();

  Message add(
      Ticket ticket, Purpose purpose, Channel by, Author author, Content content, Instant now) {
    var message = new Message(ticket, ++messageCount, purpose, by, author, content, now);
    messages.add(message);
    return message;
  }

  /** The customer asked for something, and expects an answer. */
  void customerSpoke(Instant now) {
    customerMessages++;
    exchange.customerSpoke(now);
  }

  void weSpoke(Instant now) {
    exchange.weSpoke(now);
  }

  void drawIn(Collection<EmailAddress> people) {
    if (!people.isEmpty()) {
      people.stream()
          .limit(Math.max(0, MOST_GUESTS - guests.size()))
          .map(EmailAddress::value)
          .forEach(guests::add);
    }
  }

  List<Message> messages() {
    return messages.stream().sorted(comparingInt(Message::sequence)).toList();
  }

  int customerMessages() {
    return customerMessages;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Whom those who take part have drawn in by copying them on a mail. */
  public Set<EmailAddress> guests() {
    return guests.stream().map(EmailAddress::new).collect(toUnmodifiableSet());
  }

  /** The customers who have written in this ticket. */
  public Set<CustomerId> participants() {
    return messages.stream()
        .map(Message::author)
        .filter(author -> author.kind() == Author.Kind.CUSTOMER)
        .map(author -> CustomerId.parse(author.id()))
        .collect(toUnmodifiableSet());
  }
}
