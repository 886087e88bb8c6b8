package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;
import org.tierline.platform.files.StoredFiles;
import org.tierline.ticket.Attachment;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketOpened;

/** What becomes of the files of a mail, on a real database. */
abstract class IntakeFilesContract {

  /** One pixel. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final TestDatabase database;
  private final IntakeDesk desk;
  private final String customer = "carla." + UUID.randomUUID() + "@customer.example";

  IntakeFilesContract(TestDatabase database) {
    this.database = database;
    this.desk = new IntakeDesk(database);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void filesComeBackByteByByteAndAsWhatTheyAre() {
    desk.mailbox.deliver(aMailWithAPicture());

    desk.poll();

    Attachment file = inTicket(t -> t.messages().get(0).attachments().get(0));
    assertThat(file.name()).isEqualTo("logo.jpg");
    assertThat(file.contentType()).as("declared as image/jpeg").isEqualTo("image/png");
    assertThat(file.contentId()).contains("logo@x");
    Spool content =
        desk.transactions.inNew(
            () -> StoredFiles.in(desk.transactions.entityManager()).fetch(file.file()));
    assertThat(content.start(1000)).isEqualTo(PNG);
    assertThat(file.sha256()).isEqualTo(content.sha256());
    assertThat(file.size()).isEqualTo(PNG.length);
  }

  @Test
  void aPictureTheMailCarriesStaysInItsPlace() {
    desk.mailbox.deliver(aMailWithAPicture());

    desk.poll();

    String html = inTicket(t -> t.messages().get(0).html().orElseThrow());
    assertThat(html).contains("<img src=\"cid:logo&#64;x\"").doesNotContain("elsewhere");
  }

  @Test
  void aFileTheScannerObjectsToIsNotKeptAndTheTicketSaysWhy() {
    desk.objection = Optional.of("contains Eicar-Test-Signature");
    desk.mailbox.deliver(aMailWithAPicture());

    desk.poll();

    assertThat(desk.mails())
        .extracting(ReceivedMail::state)
        .containsExactly(MailState.TICKET_CREATED);
    assertThat(this.<String>inTicket(t -> t.messages().get(0).text()))
        .contains("The file \"logo.jpg\" (1 KB) is not here: it contains Eicar-Test-Signature");
    assertThat(this.<String>inTicket(t -> t.messages().get(0).html().orElseThrow()))
        .as("whoever reads it formatted sees it, too")
        .contains("is not here: it contains Eicar-Test-Signature]</p>");
    assertThat(this.<Integer>inTicket(t -> t.messages().get(0).attachments().size())).isZero();
    assertThat(desk.facts.ofType(FilesRefused.class))
        .as("the customer believes we have it")
        .extracting(FilesRefused::files)
        .containsExactly(1);
  }

  @Test
  void whoSentARefusedFileIsToldUnlessItIsAMachine() {
    desk.objection = Optional.of("contains Eicar-Test-Signature");
    String guest = "bruno." + UUID.randomUUID() + "@customer.example";
    desk.mailbox.deliver(mail("Cc: " + guest, customer, "Our logo"));
    desk.poll();
    String number =
        "Subject: Re: " + this.<TicketNumber>inTicket(Ticket::number).inSubject() + " logo";

    desk.mailbox.deliver(mail(number, guest, "The better one"));
    desk.mailbox.deliver(mail(number + "\nPrecedence: list", guest, "The best"));
    desk.poll();

    assertThat(desk.facts.ofType(FilesRefused.class))
        .extracting(fact -> fact.sender().value(), FilesRefused::mayAnswer)
        .containsExactly(tuple(customer, true), tuple(guest, true), tuple(guest, false));
  }

  private byte[] mail(String headers, String from, String what) {
    String mail = new String(aMailWithAPictureOf(what), StandardCharsets.UTF_8);
    String told = headers.startsWith("Subject") ? mail.replace("Subject: logo\r\n", "") : mail;
    return (headers.replace("\n", "\r\n") + "\r\n" + told.replace(customer, from))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theLeadsHearOnceOfMailsTheScannerHoldsUp() {
    desk.scannerAnswers = false;
    desk.mailbox.deliver(aMailWithAPicture());
    desk.poll();
    assertThat(desk.facts.ofType(MailHeldUp.class)).as("it may answer in a moment").isEmpty();

    desk.clock.pass(Duration.ofMinutes(15));
    desk.mailbox.deliver(aMailWithAPictureOf("Their logo"));
    for (int i = 0; i < 3; i++) {
      desk.letLeasesExpire();
      desk.poll();
    }
    assertThat(desk.facts.ofType(MailHeldUp.class))
        .extracting(MailHeldUp::why)
        .singleElement(STRING)
        .contains("The malware scanner does not answer");

    desk.scannerAnswers = true;
    desk.letLeasesExpire();
    desk.poll();
    desk.scannerAnswers = false;
    desk.mailbox.deliver(aMailWithAPictureOf("A newer logo"));
    desk.poll();
    desk.clock.pass(Duration.ofMinutes(15));
    desk.letLeasesExpire();
    desk.poll();
    assertThat(desk.facts.ofType(MailHeldUp.class)).as("another time").hasSize(2);
  }

  @Test
  void whileTheScannerIsDownAMailWithFilesWaits() {
    desk.scannerAnswers = false;
    desk.mailbox.deliver(aMailWithAPicture());
    for (int i = 0; i < 5; i++) {
      desk.poll();
      desk.letLeasesExpire();
    }
    assertThat(desk.mails()).extracting(ReceivedMail::state).containsExactly(MailState.RECEIVED);
    assertThat(desk.mails().get(0).reason()).contains("The malware scanner does not answer");

    desk.scannerAnswers = true;
    desk.poll();

    assertThat(desk.mails())
        .extracting(ReceivedMail::state)
        .containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void whileTheScannerIsDownAMailWithoutFilesPassesThoseWithFiles() {
    desk.scannerAnswers = false;
    desk.mailbox.deliver(aMailWithAPicture());
    desk.mailbox.deliver(aMailWithAPictureOf("Their logo"));
    desk.mailbox.deliver("From: " + customer + "\nSubject: no files\n\nJust a question.\n");
    int[] scans = {0};
    desk.duringScan = () -> scans[0]++;

    desk.poll();

    assertThat(desk.mails())
        .extracting(ReceivedMail::state)
        .containsExactly(MailState.RECEIVED, MailState.RECEIVED, MailState.TICKET_CREATED);
    assertThat(scans[0]).as("its silence is waited for once").isEqualTo(1);
    assertThat(desk.mails().get(1).attempts()).isZero();
    desk.poll();
    assertThat(scans[0]).as("both have a minute to wait").isEqualTo(1);
  }

  /** However many of them there are, and however long each of them takes. */
  @Test
  void whileItsFilesAreScannedAMailStaysWithTheNodeThatReadsIt() {
    var other = new IntakeDesk(database);
    desk.mailbox.deliver(aMailWithTwoFiles());
    desk.collectMail.collect();
    desk.duringScan =
        () -> {
          assertThat(other.takeInMail.takeInWaiting()).isZero();
          desk.letLeasesExpire();
        };

    desk.takeInMail.takeInWaiting();

    assertThat(desk.facts.ofType(TicketOpened.class)).hasSize(1);
    assertThat(this.<Integer>inTicket(t -> t.messages().get(0).attachments().size())).isEqualTo(2);
  }

  private byte[] aMailWithTwoFiles() {
    return """
        From: %s
        Subject: logs
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Disposition: attachment; filename=one.log

        one
        --b
        Content-Disposition: attachment; filename=two.log

        two
        --b--
        """
        .formatted(customer)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] aMailWithAPicture() {
    return aMailWithAPictureOf("Our logo");
  }

  private byte[] aMailWithAPictureOf(String what) {
    return """
        From: %s
        Subject: logo
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=b

        --b
        Content-Type: text/html

        <p>%s: <img src="cid:logo@x"><img src="https://elsewhere.example/p.gif"></p>
        --b
        Content-Type: image/jpeg; name=logo.jpg
        Content-Disposition: inline; filename=logo.jpg
        Content-ID: <logo@x>
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
        .formatted(customer, what, Base64.getMimeEncoder().encodeToString(PNG))
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private <T> T inTicket(Function<Ticket, T> question) {
    var opened = desk.facts.ofType(TicketOpened.class).get(0);
    return desk.transactions.inNew(() -> question.apply(desk.tickets.get(opened.ticket())));
  }
}
