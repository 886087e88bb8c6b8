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
        "From: a@x.example\nContent-Type: multipart/mixed; boundary*0=a; boundary*1=b\n\n"
            + "--ab\n\none\n--ab\n\ntwo\n--ab--\n",
        "From: a@x.example\nFrom: b@x.example\n\nx",
        "From: a@x.example\nContent-Type: multipart/mixed\n\n--a\n\none\n--a\n\ntwo\n--a--\n",
        "From: a@x.example\nContent-Type: text/plain\nContent-Type: multipart/mixed; boundary=a\n\n"
            + "--a\n\none\n--a\n\ntwo\n--a--\n",
        "From: a@x.example\nContent-Type: application/x-a\n"
            + "Content-Disposition: attachment; filename=bill.pdf; filename=bill.exe\n\nx",
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
