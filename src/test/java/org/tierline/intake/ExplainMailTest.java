package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;

class ExplainMailTest {

  private static final String REQUEST =
      """
      From: Carla <carla@customer.example>
      To: Support <support@tierline.example>, bruno@customer.example
      Cc: "Doe, Jane" <jane@customer.example>
      Reply-To: office@customer.example
      Subject: Printer on fire
      Date: Mon, 23 Nov 2026 09:00:00 +0100
      Message-ID: <1@customer.example>

      It burns.
      """;

  private final IntakeDesk desk = new IntakeDesk(TestDatabase.h2());

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void tellsWhatTheMailSays() {
    Explanation explained = explain(REQUEST);

    assertThat(explained.subject()).isEqualTo("Printer on fire");
    assertThat(explained.from()).isEqualTo(new MailPerson("Carla", "carla@customer.example"));
    assertThat(explained.to())
        .containsExactly(
            new MailPerson("Support", "support@tierline.example"),
            new MailPerson("", "bruno@customer.example"));
    assertThat(explained.cc())
        .containsExactly(new MailPerson("Doe, Jane", "jane@customer.example"));
    assertThat(explained.replyTo()).containsExactly(new MailPerson("", "office@customer.example"));
    assertThat(explained.date()).isEqualTo("2026-11-23T09:00:00+01:00");
    assertThat(explained.visibleReply()).isEqualTo("It burns.");
    assertThat(explained.kind()).isEqualTo("human");
    assertThat(explained.mayAnswer()).isTrue();
  }

  @Test
  void namesTheChecksItWentThrough() {
    Explanation explained = explain(REQUEST);

    assertThat(explained.verdict()).isEqualTo("new-ticket");
    assertThat(explained.checks())
        .contains(new Judgement.Check("seen before", "no"))
        .extracting(Judgement.Check::found)
        .containsOnly("no");
  }

  @Test
  void theCheckThatDecidesIsTheLastOne() {
    Explanation explained = explain("From: nobody\nSubject: Hello\n\nGuess who");

    assertThat(explained.verdict()).isEqualTo("quarantined");
    assertThat(explained.checks())
        .last()
        .isEqualTo(new Judgement.Check("without sender", explained.reason()));
  }

  @Test
  void nothingIsStored() {
    explain(REQUEST);

    assertThat(explain(REQUEST).verdict()).isEqualTo("new-ticket");
    assertThat(desk.mails()).isEmpty();
  }

  @Test
  void aMailThatWasTakenInIsADuplicate() {
    desk.mailbox.deliver(REQUEST);
    desk.poll();

    assertThat(explain(REQUEST).verdict()).isEqualTo("duplicate");
  }

  /** Every rule of intake, in one order or another, ends in the same verdict here and there. */
  @Test
  void whatIsExplainedIsWhatHappens() {
    List<String> mails =
        List.of(
            REQUEST,
            REQUEST.replace("<1@customer.example>", "<2@customer.example>"),
            REQUEST.replace("It burns.", "It smokes."),
            answer("Re: Printer on fire", "<1@customer.example>", "It still burns."),
            answer("Automatic reply: Printer on fire", "<1@customer.example>", "I am away."),
            "From: nobody\nSubject: Hello\n\nGuess who");
    for (String mail : mails) {
      Explanation explained = explain(mail);

      desk.mailbox.deliver(mail);
      desk.poll();

      ReceivedMail taken = desk.mails().get(desk.mails().size() - 1);
      assertThat(taken.reason().orElseThrow()).as(mail).contains(explained.reason());
      assertThat(taken.isAnswerable()).as(mail).isEqualTo(explained.mayAnswer());
    }
  }

  @Test
  void theTicketsWarningsAreToldToo() {
    desk.mailbox.deliver(REQUEST);
    desk.poll();

    assertThat(explain(REQUEST.replace("It burns.", "Something else.")).remarks())
        .hasSize(2)
        .anyMatch(remark -> remark.contains("bears the Message-ID of another mail"))
        .contains(
            "answers are wanted at office@customer.example; we write to carla@customer.example");
  }

  private static String answer(String subject, String id, String text) {
    return """
        From: Carla <carla@customer.example>
        To: support@tierline.example
        Subject: %s
        In-Reply-To: %s
        Message-ID: <%d@customer.example>

        %s
        """
        .formatted(subject, id, text.length(), text);
  }

  @Test
  void whatCannotBeReadIsQuarantinedWithTheReason() {
    var deep = new StringBuilder("From: carla@customer.example\n");
    for (int i = 0; i < 40; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }

    Explanation explained = explain(deep.toString());

    assertThat(explained.verdict()).isEqualTo("quarantined");
    assertThat(explained.reason()).contains("30 levels");
  }

  /** A defect of ours, or a mail nobody thought of. */
  @Test
  void whatReadingFailsAtIsQuarantinedHereAsThere() {
    desk.duringReading =
        () -> {
          throw new StackOverflowError("nobody nests that deep");
        };

    Explanation explained = explain(REQUEST);

    desk.mailbox.deliver(REQUEST);
    for (int i = 0; i < 3; i++) {
      desk.poll();
      desk.letLeasesExpire();
    }
    assertThat(explained.verdict()).isEqualTo("quarantined");
    assertThat(explained.reason()).isEqualTo("StackOverflowError: nobody nests that deep");
    assertThat(desk.mails().get(0).state()).isEqualTo(MailState.QUARANTINED);
    assertThat(desk.mails().get(0).reason()).contains(explained.reason());
  }

  @Test
  void troubleOfTheDatabaseSaysNothingAboutTheMail() {
    desk.duringReading =
        () -> {
          throw new PersistenceException("away");
        };

    assertThatExceptionOfType(PersistenceException.class).isThrownBy(() -> explain(REQUEST));
  }

  private Explanation explain(String mail) {
    return desk.explainMail.explain(Spool.of(mail.getBytes(UTF_8)));
  }
}
