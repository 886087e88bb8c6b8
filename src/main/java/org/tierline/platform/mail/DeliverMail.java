package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tierline.platform.events.Facts;
import org.tierline.platform.outbox.Delivery;
import org.tierline.platform.outbox.DeliveryFailedException;
import org.tierline.platform.outbox.DeliveryRound;
import org.tierline.platform.outbox.Patience;
import org.tierline.platform.transactions.Transactions;

/** Use case: empty the outbox of mails. A mail that is sent twice has the same Message-ID twice. */
@ApplicationScoped
public class DeliverMail {

  private static final Logger LOG = System.getLogger(DeliverMail.class.getName());

  private final StoredOutbox outbox;
  private final MailServer server;
  private final Transactions transactions;
  private final Facts facts;
  private final Clock clock;

  @Inject
  DeliverMail(
      StoredOutbox outbox, MailServer server, Transactions transactions, Facts facts, Clock clock) {
    this.outbox = outbox;
    this.server = server;
    this.transactions = transactions;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected DeliverMail() {
    this(null, null, null, null, null);
  }

  /**
   * Sends what is due.
   *
   * @return how many mails left
   */
  public int deliverDue() {
    return DeliveryRound.run(new Mails(), transactions);
  }

  /** What has to be known of a mail while no transaction is open. */
  private record Claim(long id, OutgoingMail mail, Instant writtenAt) {}

  /** The mails of the outbox. */
  private final class Mails implements DeliveryRound.Work<Claim> {

    @Override
    public Optional<Claim> claim() {
      return outbox.claim().map(row -> new Claim(row.id(), row.mail(), row.createdAt()));
    }

    @Override
    public String name(Claim due) {
      return "outgoing mail " + due.id();
    }

    @Override
    public void carry(Claim due) throws DeliveryFailedException {
      server.send(due.mail(), due.writtenAt());
    }

    @Override
    public void noteSent(Claim claim) {
      outbox.get(claim.id()).delivery().sent(clock.instant());
      facts.announce(new MailSent(claim.mail().audience(), claim.mail().to()));
    }

    @Override
    public void noteFailed(Claim claim, DeliveryFailedException failure) {
      String reason = HeaderText.printable(String.valueOf(failure.getMessage()));
      Delivery delivery = outbox.get(claim.id()).delivery();
      Optional<Instant> again =
          failure.kind() == DeliveryFailedException.Kind.NEVER
              ? Optional.empty()
              : Patience.OF_MAIL.nextAttempt(
                  delivery.attempts(),
                  delivery.patientSince(claim.writtenAt()),
                  clock.instant(),
                  Duration.ZERO);
      LOG.log(
          again.isEmpty() || delivery.attempts() == 1 ? Level.WARNING : Level.DEBUG,
          "Outgoing mail {0} {1} after attempt {2}: {3}",
          String.valueOf(claim.id()),
          again.isEmpty() ? "given up" : "postponed",
          delivery.attempts(),
          reason);
      if (again.isPresent()) {
        delivery.postponed(again.get(), reason);
        return;
      }
      delivery.failed(reason);
      facts.announce(
          new MailUndeliverable(
              claim.mail().ticket(),
              claim.mail().audience(),
              claim.mail().to(),
              claim.mail().subject(),
              reason,
              failure.kind() == DeliveryFailedException.Kind.NEVER
                  && BadAddress.isMeantBy(reason)));
    }
  }
}
