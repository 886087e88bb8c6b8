package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tierline.intake.Bounce.Action;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.Outbox;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.TicketId;

/**
 * Finds which of our mails a bounce returns. Its Message-ID says it surely; where a report leaves
 * that out, whom it could not be delivered to says it well enough, for a few days: so long servers
 * try.
 */
@ApplicationScoped
class FindReturnedMail {

  private static final Duration LATELY = Duration.ofDays(7);

  private static final Set<Action> ON_ITS_WAY = Set.of(Action.FAILED, Action.DELAYED);

  /** A mail of ours has one; who names hundreds knows nothing about us. */
  private static final int MOST_RECIPIENTS = 10;

  private static final int MOST_MAILS = 20;

  private final Outbox outbox;
  private final MailSeal seal;
  private final Clock clock;

  @Inject
  FindReturnedMail(Outbox outbox, MailSeal seal, Clock clock) {
    this.outbox = outbox;
    this.seal = seal;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FindReturnedMail() {
    this(null, null, null);
  }

  /** The mail whose Message-ID the report names. */
  public Optional<OutgoingMail> named(Bounce bounce) {
    return bounce.originalMessageId().flatMap(outbox::find);
  }

  /** What we wrote lately to those it names; nothing where it is about another mail. */
  public Stream<OutgoingMail> lately(Bounce bounce) {
    return isAboutAnother(bounce) ? Stream.empty() : recipients(bounce).flatMap(this::lately);
  }

  /** What we wrote lately to somebody about a ticket. */
  public Stream<OutgoingMail> lately(EmailAddress recipient, TicketId ticket) {
    return lately(recipient)
        .filter(mail -> mail.ticket().filter(ticket.value()::equals).isPresent());
  }

  /** Whether it can only be about a mail of ours to a customer, whomever it names. */
  public boolean isSurelyToCustomer(InboundMessage report) {
    return byReplyAddress(report).findAny().isPresent()
        || sealedId(report).filter(mark -> mark.audience() == Audience.CUSTOMER).isPresent();
  }

  /**
   * The tickets whose mails it surely returns: only who had such a mail can name its seal. Whatever
   * else a report says, anybody could have written.
   */
  public Stream<TicketId> proven(InboundMessage report) {
    return Stream.concat(
            byReplyAddress(report), sealedId(report).flatMap(MailSeal.Sealed::ticket).stream())
        .map(TicketId::new);
  }

  private Stream<UUID> byReplyAddress(InboundMessage report) {
    return Stream.of(report.to(), report.deliveredTo())
        .flatMap(List::stream)
        .flatMap(reader -> EmailAddress.parse(reader.email()).stream())
        .flatMap(address -> seal.ticketOf(address).stream());
  }

  private Optional<MailSeal.Sealed> sealedId(InboundMessage report) {
    return report.bounce().flatMap(Bounce::originalMessageId).flatMap(seal::read);
  }

  /** Whom it names that the mail did not reach. */
  static Stream<EmailAddress> recipients(Bounce bounce) {
    return bounce.recipients().stream()
        .filter(recipient -> ON_ITS_WAY.contains(recipient.action()))
        .limit(MOST_RECIPIENTS)
        .flatMap(recipient -> EmailAddress.parse(recipient.address()).stream());
  }

  /** Somebody may have written in our name; what comes back of that is not ours. */
  private boolean isAboutAnother(Bounce bounce) {
    Optional<MailId> id = bounce.originalMessageId();
    return id.isPresent() && id.flatMap(seal::read).isEmpty();
  }

  private Stream<OutgoingMail> lately(EmailAddress recipient) {
    return outbox.writtenTo(recipient, clock.instant().minus(LATELY), MOST_MAILS).stream();
  }
}
