package org.tierline.intake;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;

/** A node that takes in what lies in a mailbox and ends, if nothing kills it before. */
final class IntakeNode {

  private IntakeNode() {}

  /**
   * @param arguments the file of the database, the port of the IMAP server
   */
  public static void main(String[] arguments) {
    var desk = new IntakeDesk(TestDatabase.h2(Path.of(arguments[0])));
    EntityManager em = desk.transactions.entityManager();
    var collectMail =
        new CollectMail(
            List.of(new ImapMailbox(account(Integer.parseInt(arguments[1])))),
            StoredMails.in(em),
            new MailboxLeases(em),
            new MailboxBeginnings(em),
            desk.transactions,
            desk.facts,
            desk.clock);
    letTheLeasesOfTheDeadExpire(desk);
    collectMail.collect();
    desk.takeInMail.takeInWaiting();
    Runtime.getRuntime().halt(0); // nothing is put in order, as after a kill
  }

  private static void letTheLeasesOfTheDeadExpire(IntakeDesk desk) {
    desk.letLeasesExpire();
    desk.database.doInTransaction(
        em ->
            em.createNativeQuery(
                    "update mailbox_lease set held_until = current_timestamp - interval '1' second")
                .executeUpdate());
  }

  private static IntakeSettings.MailboxAccount account(int port) {
    return new IntakeSettings.MailboxAccount(
        "127.0.0.1",
        port,
        IntakeSettings.Security.NONE,
        "support",
        Proof.PASSWORD,
        Credentials.fixed("secret"),
        "INBOX",
        Optional.of(Instant.EPOCH),
        Optional.empty());
  }
}
