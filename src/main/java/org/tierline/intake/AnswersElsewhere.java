package org.tierline.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tierline.platform.mail.EmailAddress;

/**
 * A mail that wants its answers somewhere else than where it came from. The desk does not follow,
 * since whoever forges a mail could read our answers then; the agent is told.
 */
final class AnswersElsewhere {

  private static final int MOST_NAMED = 3;

  private AnswersElsewhere() {}

  /**
   * What to tell the agent, if anything.
   *
   * @param ours whether an address is the desk's own
   */
  static Optional<String> remark(InboundMessage mail, Predicate<EmailAddress> ours) {
    List<EmailAddress> elsewhere =
        mail.replyTo().stream()
            .flatMap(person -> EmailAddress.parse(person.email()).stream())
            .filter(address -> mail.sender().filter(address::equals).isEmpty())
            .filter(ours.negate())
            .distinct()
            .toList();
    return mail.sender()
        .filter(sender -> !elsewhere.isEmpty())
        .map(
            sender ->
                "answers are wanted at %s; we write to %s".formatted(named(elsewhere), sender));
  }

  private static String named(List<EmailAddress> people) {
    String first =
        String.join(", ", people.stream().limit(MOST_NAMED).map(EmailAddress::value).toList());
    return people.size() <= MOST_NAMED
        ? first
        : "%s and %d more".formatted(first, people.size() - MOST_NAMED);
  }
}
