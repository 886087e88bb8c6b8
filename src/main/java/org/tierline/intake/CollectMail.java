package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.tierline.platform.events.Facts;
import org.tierline.platform.transactions.Transactions;

/**
 * Fetches new mails from the desk's mailboxes. Each is stored with its hash in a transaction of its
 * own before anything else happens to it, the \Seen flag included: a crash at any point leaves it
 * either in the mailbox as new, or stored.
 */
@ApplicationScoped
public class CollectMail {

  private final List<MailboxRound> rounds;

  @Inject
  CollectMail(
      IntakeSettings settings,
      ReceivedMails receivedMails,
      MailboxLeases leases,
      MailboxBeginnings beginnings,
      Transactions transactions,
      Facts facts,
      Clock clock) {
    this(
        settings.mailboxes().stream().map(ImapMailbox::new).toList(),
        receivedMails,
        leases,
        beginnings,
        transactions,
        facts,
        clock);
  }

  CollectMail(
      List<? extends Mailbox> mailboxes,
      ReceivedMails receivedMails,
      MailboxLeases leases,
      MailboxBeginnings beginnings,
      Transactions transactions,
      Facts facts,
      Clock clock) {
    this.rounds =
        mailboxes.stream()
            .map(
                mailbox ->
                    new MailboxRound(
                        mailbox, receivedMails, leases, beginnings, transactions, facts, clock))
            .toList();
  }

  protected CollectMail() { // the container's proxy needs a no-arg constructor
    this.rounds = List.of();
  }

  /** How it went last time, for each mailbox; none when this desk reads no mail. */
  public List<MailboxStatus> statuses() {
    return rounds.stream().map(MailboxRound::status).toList();
  }

  /** The mailboxes, each to be read by a thread of its own. */
  public List<MailboxRound> rounds() {
    return rounds;
  }

  /**
   * Looks into every mailbox once.
   *
   * @return how many mails were stored
   */
  public int collect() {
    return rounds.stream().mapToInt(MailboxRound::look).sum();
  }
}
