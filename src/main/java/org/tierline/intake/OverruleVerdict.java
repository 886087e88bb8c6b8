package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.tierline.platform.files.ScannerUnavailableException;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.transactions.Transactions;
import org.tierline.ticket.Author;
import org.tierline.ticket.TicketNumber;

/**
 * Use case: a lead sees a customer's request in a mail the desk quarantined or set aside, and makes
 * a ticket of it. What the desk thinks of the mail is overruled; its bounds are not.
 */
@ApplicationScoped
public class OverruleVerdict {

  private static final Logger LOG = System.getLogger(OverruleVerdict.class.getName());

  private final ReceivedMails receivedMails;
  private final ReadMail readMail;
  private final DecideMail decideMail;
  private final MailSettings settings;
  private final MailSeal seal;
  private final Transactions transactions;

  @Inject
  OverruleVerdict(
      ReceivedMails receivedMails,
      ReadMail readMail,
      DecideMail decideMail,
      MailSettings settings,
      MailSeal seal,
      Transactions transactions) {
    this.receivedMails = receivedMails;
    this.readMail = readMail;
    this.decideMail = decideMail;
    this.settings = settings;
    this.seal = seal;
    this.transactions = transactions;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OverruleVerdict() {
    this(null, null, null, null, null, null);
  }

  /**
   * Opens the ticket, once, however many leads ask for it.
   *
   * @param customer whose request it is, if the lead knows better than the mail
   * @param lead who decided
   * @throws NotInQuarantineException if it does not wait any more
   * @throws CannotTakeInException if it cannot be read, or says not whom to answer
   */
  public TicketNumber takeIn(UUID mail, Optional<EmailAddress> customer, Author lead)
      throws NotInQuarantineException, CannotTakeInException {
    try (Spool raw = original(mail);
        InboundMessage read = read(mail, raw)) {
      InboundMessage message = transactions.inNew(() -> decideMail.asked(read));
      EmailAddress requester = requester(message, customer);
      demandNew(mail, message);
      return transactions
          .inNew(() -> decideMail.overrule(mail, message, requester, lead))
          .orElseThrow(
              () -> new NotInQuarantineException(NotInQuarantineException.SOMEBODY_WAS_FASTER));
    }
  }

  private Spool original(UUID mail) throws CannotTakeInException {
    return transactions
        .inNew(() -> receivedMails.raw(receivedMails.get(mail)))
        .orElseThrow(
            () -> new CannotTakeInException("The mailbox has never handed this mail over."));
  }

  private InboundMessage read(UUID mail, Spool raw) throws CannotTakeInException {
    try {
      return readMail.read(raw);
    } catch (ScannerUnavailableException e) {
      throw new CannotTakeInException(e.getMessage() + ". Try again when it does.");
    } catch (UnreadableMailException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // what intake tries a few times more and then quarantines for the same reason
      var mishap = new Mishap(e);
      if (mishap.isBlameless()) {
        throw e;
      }
      LOG.log(Level.WARNING, "Mail " + mail + " cannot be read for a lead either", e);
      throw unreadable(mishap.why());
    }
  }

  private static CannotTakeInException unreadable(String why) {
    return new CannotTakeInException("This mail cannot be read: " + why);
  }

  private void demandNew(UUID id, InboundMessage mail) throws CannotTakeInException {
    if (transactions.inNew(() -> decideMail.takenBefore(id, mail)).isPresent()) {
      throw new CannotTakeInException(
          "The same mail was taken in before. Try it again, and it is filed as a duplicate.");
    }
  }

  private EmailAddress requester(InboundMessage mail, Optional<EmailAddress> named)
      throws CannotTakeInException {
    EmailAddress requester =
        named
            .or(mail::sender)
            .orElseThrow(
                () ->
                    new CannotTakeInException(
                        "This mail names no sender. Give the customer's address."));
    if (settings.reachesUs(requester, seal)) {
      throw new CannotTakeInException(
          requester + " is an address of this desk. Give the customer's address.");
    }
    return requester;
  }
}
