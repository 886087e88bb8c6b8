package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tierline.platform.events.Facts;
import org.tierline.platform.transactions.Transactions;

/**
 * Empties the outbox. Claiming a mail and noting what became of it are transactions of their own;
 * none is open while the mail server is spoken to. When a node dies between the server's yes and
 * our note, the mail is sent once more, under the same Message-ID.
 */
@ApplicationScoped
public class DeliverMail {

  /** How many mails one round sends at most. */
  private static final int BATCH = 100;

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

  /** What has to be known of a mail while no transaction is open. */
  private record Claim(long id, OutgoingMail mail, Instant writtenAt, int attempts) {}

  /**
   * Sends what is due.
   *
   * @return how many mails left
   */
  public int deliverDue() {
    int sent = 0;
    for (int i = 0; i < BATCH; i++) {
      Optional<Claim> claim = transactions.inNew(this::claim);
      if (claim.isEmpty()) {
        return sent;
      }
      try {
        Claim due = claim.get();
        send(due);
        transactions.inNew(() -> noteSent(due));
        sent++;
      } catch (DeliveryFailedException e) {
        transactions.inNew(() -> noteRefused(claim.get(), e));
        if (e.kind() == DeliveryFailedException.Kind.SERVER_DOWN) {
          return sent;
        }
      }
    }
    return sent;
  }

  private Optional<Claim> claim() {
    return outbox
        .claim()
        .map(row -> new Claim(row.id(), row.mail(), row.createdAt(), row.attempts()));
  }

  /**
   * A mail we stumble over ourselves is tried again and given up like one the server does not take,
   * and the others leave meanwhile.
   */
  private void send(Claim due) throws DeliveryFailedException {
    try {
      server.send(due.mail(), due.writtenAt());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Outgoing mail " + due.id() + " could not be handed over", e);
      throw new DeliveryFailedException(
          DeliveryFailedException.Kind.NOT_NOW, "The desk stumbled over it: " + e, e);
    }
  }

  private boolean noteSent(Claim claim) {
    outbox.get(claim.id()).sent(clock.instant());
    return true;
  }

  private boolean noteRefused(Claim claim, DeliveryFailedException failure) {
    boolean forEver = failure.kind() == DeliveryFailedException.Kind.NEVER;
    String reason = HeaderText.printable(String.valueOf(failure.getMessage()));
    boolean givenUp = outbox.get(claim.id()).refused(forEver, reason, clock.instant());
    LOG.log(
        givenUp || claim.attempts() == 1 ? Level.WARNING : Level.DEBUG,
        "Outgoing mail {0} {1} after attempt {2}: {3}",
        String.valueOf(claim.id()),
        givenUp ? "given up" : "postponed",
        claim.attempts(),
        reason);
    if (givenUp) {
      facts.announce(
          new MailUndeliverable(
              claim.mail().ticket(),
              claim.mail().audience(),
              claim.mail().to(),
              claim.mail().subject(),
              reason));
    }
    return givenUp;
  }
}
