package org.tierline.ticket;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.tierline.platform.mail.EmailAddress;

/**
 * People to whom an answer goes beside the customer. {@link ChooseCopies} makes them, so that
 * nobody is among them who takes no part in the ticket: the desk writes to no address somebody only
 * named.
 */
public final class Copies {

  public static final Copies NONE = new Copies(List.of());

  static final int MOST = 10;

  private static final int MOST_NAMED_LENGTH = 1500;

  private final List<EmailAddress> people;

  Copies(List<EmailAddress> people) {
    if (people.size() > MOST) {
      throw new IllegalArgumentException("An answer goes to %d others at most".formatted(MOST));
    }
    this.people = List.copyOf(people);
  }

  public List<EmailAddress> people() {
    return people;
  }

  /** For the history: as many of them as there is room for, and how many more. */
  Optional<String> inWords() {
    if (people.isEmpty()) {
      return Optional.empty();
    }
    int named = people.size();
    while (names(named).length() > MOST_NAMED_LENGTH) {
      named--;
    }
    String more = named == people.size() ? "" : " and %d more".formatted(people.size() - named);
    return Optional.of("also to " + names(named) + more);
  }

  private String names(int count) {
    return people.stream().limit(count).map(EmailAddress::value).collect(joining(", "));
  }
}
