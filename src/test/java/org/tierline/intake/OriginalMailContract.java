package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.StoredFiles;
import org.tierline.platform.mail.Audience;
import org.tierline.ticket.Message;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketOpened;

/** Every message that came by mail leads to the mail as it came, on a real database. */
abstract class OriginalMailContract {

  private final IntakeDesk desk;
  private final String customer = "carla." + UUID.randomUUID() + "@customer.example";

  OriginalMailContract(TestDatabase database) {
    this.desk = new IntakeDesk(database);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void aFileThatWasRefusedIsStillInTheOriginal() {
    desk.mailbox.deliver(aMailWithALargeFile());

    desk.poll();

    Message message = messages().get(0);
    assertThat(message.attachments()).isEmpty();
    assertThat(original(message)).contains("filename=big.log", "x".repeat(3000));
  }

  @Test
  void eachMessageLeadsToTheMailItCameIn() {
    threeMailsOfOneTicket();

    assertThat(messages())
        .extracting(this::original)
        .satisfiesExactly(
            first -> assertThat(first).contains("It burns."),
            reply -> assertThat(reply).contains("Still burning."),
            note -> assertThat(note).contains("Back on Monday."));
  }

  /** What came before messages knew their originals. */
  @Test
  void theMigrationFindsTheOriginalsOfEarlierMessages() {
    threeMailsOfOneTicket();
    List<Optional<UUID>> originals = messages().stream().map(Message::originalFile).toList();
    run("update message set original_file_id = null");

    updatesOf("/db/migration/V73__original_mail.sql").forEach(this::run);

    List<Message> messages = messages();
    assertThat(messages.get(0).originalFile()).isPresent().isEqualTo(originals.get(0));
    assertThat(messages.get(1).originalFile()).isPresent().isEqualTo(originals.get(1));
    assertThat(messages.get(2).originalFile()).as("a note among colleagues").isEmpty();
  }

  private static List<String> updatesOf(String migration) {
    try (InputStream in = OriginalMailContract.class.getResourceAsStream(migration)) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(script.replaceAll("--[^\n]*", "").split(";"))
          .map(String::strip)
          .filter(statement -> statement.startsWith("update"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String statement) {
    desk.transactions.inNew(
        () -> desk.transactions.entityManager().createNativeQuery(statement).executeUpdate());
  }

  private void threeMailsOfOneTicket() {
    desk.mailbox.deliver("From: " + customer + "\nSubject: Printer\n\nIt burns.\n");
    desk.poll();
    desk.mailbox.deliver(
        answer("Message-ID: <reply." + UUID.randomUUID() + "@x>", "Still burning."));
    desk.mailbox.deliver(answer("Auto-Submitted: auto-replied", "Back on Monday."));
    desk.poll();
  }

  private String answer(String header, String text) {
    var ours =
        SEAL.newId(
            Optional.of(opened().ticket().value()), Audience.CUSTOMER, SETTINGS.supportAddress());
    return "%s\nFrom: %s\nSubject: Re: Printer\nIn-Reply-To: %s\n\n%s\n"
        .formatted(header, customer, ours.value(), text);
  }

  private TicketOpened opened() {
    return desk.facts.ofType(TicketOpened.class).get(0);
  }

  private List<Message> messages() {
    return desk.transactions.inNew(
        () -> {
          Ticket ticket = desk.tickets.get(opened().ticket());
          ticket.messages().forEach(Message::attachments);
          return ticket.messages();
        });
  }

  private String original(Message message) {
    EntityManager em = desk.transactions.entityManager();
    return desk.transactions.inNew(
        () ->
            new String(
                StoredFiles.in(em).start(message.originalFile().orElseThrow(), 100_000),
                StandardCharsets.UTF_8));
  }

  private String aMailWithALargeFile() {
    return """
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
        .formatted(customer, "x".repeat(3000));
  }
}
