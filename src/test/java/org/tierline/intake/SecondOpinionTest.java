package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.TicketId;

class SecondOpinionTest {

  private static final String ORDINARY =
      """
      From: Carla <carla@customer.example>
      Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
       and more
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=a

      --a
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain

      Hello
      --b
      Content-Type: text/html

      <p>Hello</p>
      --b--
      --a
      Content-Type: application/pdf
      Content-Disposition: attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf

      x
      --a--
      """;

  @Test
  void twoParsersAgreeOnAnOrdinaryMail() {
    assertThat(flags(ORDINARY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        From: a@x.example
        Content-Type: multipart/mixed; boundary*0=a; boundary*1=b

        --ab

        one
        --ab

        two
        --ab--
        """,
        """
        From: a@x.example
        From: b@x.example

        x
        """,
        """
        From: a@x.example
        Content-Type: multipart/mixed

        --a

        one
        --a

        two
        --a--
        """,
        """
        From: a@x.example
        Content-Type: text/plain
        Content-Type: multipart/mixed; boundary=a

        --a

        one
        --a

        two
        --a--
        """,
        """
        From: a@x.example
        Content-Type: application/x-a
        Content-Disposition: attachment; filename=bill.pdf; filename=bill.exe

        x
        """,
      })
  void aMailThatCanBeReadInTwoWaysIsFlagged(String mail) {
    assertThat(flags(mail)).contains(InboundMessage.AMBIGUOUS);
  }

  @Test
  void whoWorksOnTheTicketIsWarned() {
    var desk = new IntakeDesk(TestDatabase.h2());
    desk.mailbox.deliver("From: a@x.example\nSubject: One\nSubject: Two\n\nx");

    desk.poll();

    TicketId ticket = desk.mails().get(0).ticket().orElseThrow();
    List<String> history =
        desk.transactions.inNew(
            () -> desk.tickets.get(ticket).history().stream().map(HistoryEntry::what).toList());
    assertThat(history).anyMatch(what -> what.contains("can be read in two ways"));
    desk.forgetMails();
  }

  private static Iterable<String> flags(String mail) {
    return CorpusScore.read(mail.getBytes(UTF_8)).flags();
  }
}
