package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.notification.TellCustomerFixture;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.Letters;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketOpened;

/** Machines that write to the desk, and to which the desk writes, fall silent. */
class LoopTest {

  private static final int ENDLESS = 50;

  /** The database is everybody's, and desks have a memory. */
  private final String stranger = UUID.randomUUID() + ".example";

  private final Desk ours = new Desk("support@ours.example", TestDatabase.h2());

  /** A desk that acknowledges what is opened, and what it sent. */
  private static final class Desk {
    private final IntakeDesk intake;
    private int collected;

    private Desk(String address, TestDatabase database) {
      var house = new Brand(new HeaderText(address), new EmailAddress(address), Optional.empty());
      var settings = new MailSettings(house, Map.of());
      MailSeal seal = OutgoingMailFixture.sealOf(address);
      this.intake = new IntakeDesk(database, settings, seal);
      Consumer<TicketId> acknowledge =
          TellCustomerFixture.acknowledging(
              intake.outbox,
              intake.tickets,
              intake.customers,
              intake.correspondence,
              settings,
              seal,
              intake.clock);
      intake.facts.on(TicketOpened.class, fact -> acknowledge.accept(fact.ticket()));
    }

    private void receive(byte[] mail) {
      intake.mailbox.deliver(mail);
      intake.poll();
    }

    /** What it has written since it was last asked. */
    private List<OutgoingMail> sent() {
      List<OutgoingMail> all = intake.outbox.mails();
      List<OutgoingMail> fresh = all.subList(collected, all.size());
      collected = all.size();
      return fresh;
    }

    private int tickets() {
      return intake.facts.ofType(TicketOpened.class).size();
    }
  }

  /** The second time through a gateway that takes away whatever it does not know. */
  @ParameterizedTest
  @ValueSource(
      strings = {"nothing", "(?m)^(?:Auto-Submitted|X-Auto-Response-Suppress|Precedence):.*\\R"})
  void twoDesksStopAtTheThirdMessage(String lost) {
    var theirs = new Desk("help@" + stranger, TestDatabase.anotherH2());
    int messages = 1;
    ours.receive(aMail("help@" + stranger, "Question", "Do you print?"));

    List<byte[]> toThem = letters(ours, lost);
    while (!toThem.isEmpty() && messages < ENDLESS) {
      messages += toThem.size();
      toThem.forEach(theirs::receive);
      List<byte[]> toUs = letters(theirs, lost);
      messages += toUs.size();
      toUs.forEach(ours::receive);
      toThem = letters(ours, lost);
    }

    assertThat(messages).isLessThanOrEqualTo(3);
    assertThat(ours.tickets()).isEqualTo(1);
  }

  /** Without a single header that would say what it is. */
  @ParameterizedTest
  @CsvSource({
    "Re: SUBJECT, Sunny greetings from the beach.",
    "Out of office, Back on Monday.",
    "Thank you for your message, I am on vacation until Monday.",
    "Danke, Ich bin bis Montag nicht im Büro."
  })
  void anAbsenceProgramIsAnsweredOnce(String subject, String text) {
    int messages = 1;
    ours.receive(aMail("robert@" + stranger, "Printer on fire", "It burns."));

    List<OutgoingMail> toRobert = ours.sent();
    while (!toRobert.isEmpty() && messages < ENDLESS) {
      for (OutgoingMail mail : toRobert) {
        messages += 2;
        String answer = subject.replace("SUBJECT", mail.subject().value());
        ours.receive(aMail("robert@" + stranger, answer, text));
      }
      toRobert = ours.sent();
    }

    assertThat(messages).isLessThanOrEqualTo(3);
    assertThat(ours.tickets()).isEqualTo(1);
  }

  @Test
  void evenARobotNobodyCouldTellFromAPersonStopsWhenItRepeatsItself() {
    List<String> subjects = new ArrayList<>();
    ours.receive(aMail("rita@" + stranger, "Printer on fire", "It burns."));

    List<OutgoingMail> toRita = ours.sent();
    while (!toRita.isEmpty() && subjects.size() < ENDLESS) {
      toRita.forEach(mail -> subjects.add(mail.subject().value()));
      ours.receive(aMail("rita@" + stranger, "Ahoy", "The sea is calling."));
      toRita = ours.sent();
    }

    assertThat(subjects).hasSize(2);
    assertThat(ours.tickets()).isEqualTo(2);
  }

  private static List<byte[]> letters(Desk desk, String lost) {
    return desk.sent().stream()
        .map(mail -> Letters.asSent(mail))
        .map(letter -> new String(letter, StandardCharsets.UTF_8).replaceAll(lost, ""))
        .map(letter -> letter.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] aMail(String from, String subject, String text) {
    return """
        From: %s
        To: support@ours.example
        Subject: %s
        Message-ID: <%s@customer.example>
        Content-Type: text/plain; charset=utf-8

        %s
        """
        .formatted(from, subject, UUID.randomUUID(), text)
        .getBytes(StandardCharsets.UTF_8);
  }
}
