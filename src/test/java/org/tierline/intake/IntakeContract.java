package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketOpened;

/** From the mailbox to the ticket, on a real database. */
abstract class IntakeContract extends MailDeskContract {

  IntakeContract(TestDatabase database) {
    super(database);
  }

  @Test
  void aMailBecomesATicketAndIsKeptAsItCame() {
    String mail = aMail("Printer on fire", "It burns.");
    long uid = mailbox.deliver(mail);

    poll();

    Ticket ticket = onlyTicket();
    assertThat(ticket.subject()).isEqualTo("Printer on fire");
    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(mailbox.seen).containsExactly(uid);
    Spool kept =
        transactions
            .inNew(() -> StoredMails.in(transactions.entityManager()).raw(mails().get(0)))
            .orElseThrow();
    assertThat(new String(kept.start(10_000), StandardCharsets.UTF_8))
        .isEqualTo(mail.replace("\n", "\r\n"));
  }

  @Test
  void theTicketKnowsThroughWhichMailboxItCame() {
    mailbox.deliver(aMail("Rechnung", "Sie stimmt nicht."));

    poll();

    Ticket ticket = onlyTicket();
    assertThat(ticket.origin().mailbox()).contains("billing");
    assertThat(ticket.origin().mailboxTeam()).contains(new TeamId("accounting"));
    assertThat(ticket.origin().language()).contains(Locale.GERMAN);
  }

  /** The engine's own statements come on top; this is what intake costs. */
  @Test
  void fromMailboxToTicketTakesFewStatementsAndTransactions() {
    mailbox.deliver(aMail("Warm", "up"));
    poll();
    Statistics statistics = statistics();
    long statements = statistics.getPrepareStatementCount();
    int before = transactions.count();
    mailbox.deliver(aMail("Counted", "once"));

    collectMail.collect();
    takeInMail.takeInWaiting();

    assertThat(statistics.getPrepareStatementCount() - statements).isLessThanOrEqualTo(28);
    assertThat(transactions.count() - before).isLessThanOrEqualTo(8);
    System.getLogger(IntakeContract.class.getName())
        .log(
            System.Logger.Level.INFO,
            "From mailbox to ticket: {0} statements, {1} transactions",
            statistics.getPrepareStatementCount() - statements,
            transactions.count() - before);
  }

  private Statistics statistics() {
    try (EntityManager em = database.entityManager()) {
      Statistics statistics =
          em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
      statistics.setStatisticsEnabled(true);
      return statistics;
    }
  }

  @Test
  void lookingTwiceFindsNothingNew() {
    mailbox.deliver(aMail("Once", "only once"));

    poll();
    poll();

    assertThat(facts.ofType(TicketOpened.class)).hasSize(1);
  }

  @Test
  void aMailWithNothingInItIsStillATicket() {
    mailbox.deliver("From: " + customer + "\n\n");

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(onlyTicket().subject()).isEqualTo("(no subject)");
  }

  @Test
  void textNoDatabaseLikesIsCleanedNotRefused() {
    mailbox.deliver(aMail("bad \u0000 subject", "zero \u0000 and bell \u0007"));

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void anAttachmentBeyondTheLimitLeavesANoteAndStaysInTheOriginal() {
    mailbox.deliver(
        """
        From: %s
        Subject: big
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        see file
        --b
        Content-Type: text/plain; name=big.log
        Content-Disposition: attachment; filename=big.log

        %s
        --b--
        """
            .formatted(customer, "x".repeat(3000)));

    poll();

    assertThat(onlyTicket().number()).isNotNull();
    String text = inTicket(t -> t.messages().get(0).text());
    assertThat(text)
        .startsWith("see file")
        .contains("big.log", "larger than the 1 KB this desk accepts");
    assertThat(mails().get(0).size()).isGreaterThan(3000);
  }

  @Test
  void aMailOfThirtyMegabytesIsTakenIn() {
    byte[] head =
        ("From: " + customer + "\r\nSubject: heavy\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] heavy = new byte[30 * 1024 * 1024];
    Arrays.fill(heavy, (byte) 'x');
    System.arraycopy(head, 0, heavy, 0, head.length);
    mailbox.deliver(heavy);

    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(this.<String>inTicket(t -> t.messages().get(0).text()))
        .contains("the desk keeps the original");
  }
}
