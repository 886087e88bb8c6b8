package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;

class MailReaderTest {

  /** Found by the storm of damaged mails: the parser looked for a header before the first. */
  @Test
  void aFoldedLineBeforeTheFirstHeaderIsNoObstacle() throws UnreadableMailException {
    assertThat(read("\n \n \tFrom: carla@customer.example\nSubject: Still here\n\nx").subject())
        .isEqualTo("Still here");
  }

  @Test
  void wordsWithoutAnyHeaderAreAMail() throws UnreadableMailException {
    assertThat(read("The printer burns\nand nobody comes.\n\nHelp!").text())
        .isEqualTo("The printer burns\nand nobody comes.\n\nHelp!");
  }

  @Test
  void aForgottenBlankLineBelowTheHeadersCostsNoWord() throws UnreadableMailException {
    InboundMessage mail =
        read("From: carla@customer.example\nSubject: Hi\nIt burns.\nHelp!\n\nCarla");

    assertThat(mail.subject()).isEqualTo("Hi");
    assertThat(mail.text()).isEqualTo("It burns.\nHelp!\n\nCarla");
  }

  @Test
  void wordsThatClaimToBeEncodedAreRead() throws UnreadableMailException {
    assertThat(
            read("""
            From: carla@customer.example
            Content-Type: text/plain
            Content-Transfer-Encoding: base64

            Dear team, it burns.
            Help!
            """)
                .text())
        .isEqualTo("Dear team, it burns.\nHelp!");
  }

  @Test
  void anEncodedTextMayBeBrokenByBlanks() throws UnreadableMailException {
    assertThat(
            read("""
            From: carla@customer.example
            Content-Type: text/plain
            Content-Transfer-Encoding: base64

            SXQgYnVy bnMu
            """)
                .text())
        .isEqualTo("It burns.");
  }

  @Test
  void aFlowingTextIsJoined() throws UnreadableMailException {
    assertThat(
            read("""
            From: carla@customer.example
            Content-Type: text/plain; format=flowed

            It burns\s
            here.
            """)
                .text())
        .isEqualTo("It burns here.");
  }

  @Test
  void aLineOfBlanksEndsTheHeadersToo() throws UnreadableMailException {
    assertThat(read("From: carla@customer.example\n \nIt burns.").text()).isEqualTo("It burns.");
  }

  @Test
  void aBrokenHeaderDoesNotEndTheOthers() throws UnreadableMailException {
    InboundMessage mail = read("From: carla@customer.example\nqu ite broken: x\nSubject: Hi\n\nx");

    assertThat(mail.subject()).isEqualTo("Hi");
    assertThat(mail.text()).isEqualTo("x");
  }

  @Test
  void aBoundaryIsFoundWithoutTheSemicolonBeforeIt() throws UnreadableMailException {
    InboundMessage mail =
        read(
            """
            From: carla@customer.example
            Content-Type: multipart/mixed
             boundary="b"

            --b

            It burns.
            --b--
            """);

    assertThat(mail.text()).isEqualTo("It burns.");
  }

  @Test
  void htmlMaySayItselfWhatItIsWrittenIn() throws UnreadableMailException {
    byte[] mail =
        ("From: carla@customer.example\nContent-Type: text/html\n\n"
                + "<meta charset=\"koi8-r\"><p>тест</p>")
            .getBytes(Charset.forName("KOI8-R"));

    assertThat(MailReader.read(mail).text()).isEqualTo("тест");
  }

  @Test
  void readsAPlainMail() throws Exception {
    InboundMessage mail =
        read(
            """
            From: "Carla, Customer" <Carla@Customer.example>
            Subject: Printer on
              fire
            Date: Mon, 23 Nov 2026 09:00:00 +0000
            Message-ID: <1@customer.example>
            In-Reply-To: <2@tierline.example>
            References: <3@tierline.example>
             <2@tierline.example>

            It burns.
            --
            Carla
            """);

    assertThat(mail.sender()).contains(new EmailAddress("carla@customer.example"));
    assertThat(mail.senderName()).contains("Carla, Customer");
    assertThat(mail.subject()).isEqualTo("Printer on fire");
    assertThat(mail.text()).isEqualTo("It burns.\n--\nCarla");
    assertThat(mail.visibleReply()).isEqualTo("It burns.");
    assertThat(mail.signature()).isEqualTo("--\nCarla");
    assertThat(mail.messageId()).contains(new MailId("<1@customer.example>"));
    assertThat(mail.inReplyTo()).containsExactly(new MailId("<2@tierline.example>"));
    assertThat(mail.references()).hasSize(2);
    assertThat(mail.mayAnswer()).isTrue();
  }

  @Test
  void readsBothFormsAndTheFiles() throws Exception {
    InboundMessage mail =
        read(
            """
            From: carla@customer.example
            Subject: =?utf-8?q?Gr=C3?= =?utf-8?q?=BC=C3=9Fe?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe
            --b
            Content-Type: text/html; charset=utf-8

            <p onclick="x()">Gr&uuml;&szlig;e <script>alert(1)</script><img src="http://x.example/t.gif"></p>
            --b--
            --a
            Content-Type: application/pdf; name="=?utf-8?q?Rechnung_=C3=BC.pdf?="
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            JVBERg==
            --a
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*0*=utf-8''../..%2Fetc%2F; filename*1*=%E2%80%AEfdp.exe

            x
            --a--
            """);

    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.text()).isEqualTo("Grüße");
    assertThat(mail.html().orElseThrow()).contains("Gr").doesNotContain("script", "onclick", "img");
    assertThat(mail.files())
        .extracting(InboundFile::name)
        .containsExactly("Rechnung ü.pdf", "fdp.exe");
    assertThat(mail.files().get(0).content().start(100))
        .isEqualTo("%PDF".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsHtmlAloneAsText() throws Exception {
    InboundMessage mail =
        read(
            """
            From: carla@customer.example
            Content-Type: text/html; charset=utf-8

            <style>p{}</style><p>First<br>second</p><ul><li>one</li><li>two</li></ul>
            <blockquote type="cite">old</blockquote>
            """);

    assertThat(mail.text()).isEqualTo("First\nsecond\n\n* one\n* two\n\n> old");
    assertThat(mail.visibleReply()).isEqualTo("First\nsecond\n\n* one\n* two");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, utf-8, Grüße – wrong label",
    "utf-8, us-ascii, Grüße – no label worth it",
    "utf-8, x-unknown, Grüße – unknown",
    "ISO-2022-JP, iso-2022-jp, こんにちは",
    "koi8-r, koi8-r, Привет",
    "GB18030, gb2312, 你好"
  })
  void readsCharactersWhateverTheLabel(String real, String declared, String text) throws Exception {
    byte[] head =
        "From: c@customer.example\r\nContent-Type: text/plain; charset=%s\r\n\r\n"
            .formatted(declared)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] body = text.getBytes(Charset.forName(real));
    byte[] raw = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, raw, head.length, body.length);

    assertThat(MailReader.read(raw).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Carla <carla@x.example> | carla@x.example | Carla",
        "carla@x.example (Carla C.) | carla@x.example | Carla C.",
        "\"ceo@bank.example\" <carla@x.example> | carla@x.example | ceo@bank.example",
        "<carla@x.example> | carla@x.example | ''",
        "Team: carla@x.example, bob@x.example; | carla@x.example | ''",
        "undisclosed-recipients:; , Carla <carla@x.example> | carla@x.example | Carla",
        "=?utf-8?b?R3LDvMOfZQ==?= <carla@x.example> | carla@x.example | Grüße",
        "carla@bücher.example | carla@xn--bcher-kva.example | ''",
        "\"broken <carla@x.example> | carla@x.example | broken",
        "\"Carla \\\"C\\\" C\" <carla@x.example> | carla@x.example | Carla \"C\" C"
      })
  void findsTheSender(String header, String address, String name) throws Exception {
    InboundMessage mail = read("From: " + header + "\n\nx\n");

    assertThat(mail.sender()).map(EmailAddress::value).contains(address);
    assertThat(mail.senderName().orElse("")).isEqualTo(name);
  }

  @Test
  void makesTheBestOfABrokenTree() throws Exception {
    InboundMessage noBoundary =
        read("From: c@x.example\nContent-Type: multipart/mixed\n\nplain after all\n");
    InboundMessage noEnd =
        read("From: c@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nunfinished\n");
    InboundMessage badBase64 =
        read("From: c@x.example\nContent-Transfer-Encoding: base64\n\naGVs!!bG8=garbage*\n");
    InboundMessage badType = read("From: c@x.example\nContent-Type: ;;;\n\nstill text\n");

    assertThat(noBoundary.text()).contains("plain after all");
    assertThat(noEnd.text()).isEqualTo("unfinished");
    assertThat(badBase64.text()).startsWith("hello");
    assertThat(badType.text()).isEqualTo("still text");
  }

  @Test
  void givesUpOnANestWithoutEnd() {
    var nest = new StringBuilder("From: c@x.example\n");
    for (int i = 0; i < 100; i++) {
      nest.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }

    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> read(nest.toString()))
        .withMessageContaining("nested deeper");
  }

  @Test
  void macAndUnixLineEndsReadTheSame() throws Exception {
    String mail = "From: c@x.example\nSubject: ends\n\none\ntwo\n";

    InboundMessage unix = MailReader.read(mail.getBytes(StandardCharsets.UTF_8));
    InboundMessage mac = MailReader.read(mail.replace('\n', '\r').getBytes(StandardCharsets.UTF_8));

    assertThat(ContentKey.of(mac))
        .isEqualTo(ContentKey.of(unix))
        .isEqualTo(ContentKey.of(read(mail)));
  }

  @Test
  void outOfNothingComesNothingButNoHarm() throws Exception {
    assertThat(MailReader.read(new byte[0]).sender()).isEmpty();
    assertThat(MailReader.read(new byte[] {0, -1, 13, 10, 13, 10}).subject()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Subject: help | HUMAN",
        "Auto-Submitted: no | HUMAN",
        "Auto-Submitted: auto-replied | AUTO_REPLY",
        "Auto-Submitted: auto-generated | AUTOMATIC",
        "Precedence: bulk | BULK",
        "Precedence: auto_reply | AUTO_REPLY",
        "List-Id: <news.x.example> | UNANSWERED",
        "X-Auto-Response-Suppress: All | AUTOMATIC",
        "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply | UNANSWERED",
        "X-Autoreply: yes | AUTO_REPLY",
        "Return-Path: <> | AUTOMATIC",
        "X-Apple-Action: vacation | AUTO_REPLY",
        "X-Failed-Recipients: a@x.example | BOUNCE",
        "Subject: Out of office: back on Monday | PERHAPS_AUTO_REPLY",
        "Subject: Automatische Antwort: Urlaub | PERHAPS_AUTO_REPLY",
        "Subject: Automatyczna odpowiedź: Pytanie | PERHAPS_AUTO_REPLY",
        "Subject: Automatická odpověď: Dotaz | PERHAPS_AUTO_REPLY",
        "Subject: АВТОМАТИЧЕСКИЙ ОТВЕТ: Вопрос | PERHAPS_AUTO_REPLY",
        "Subject: Automaattinen vastaus: Kysymys | PERHAPS_AUTO_REPLY",
        "Subject: Automatikus válasz: Kérdés | PERHAPS_AUTO_REPLY",
        "Subject: Otomatik yanıt: Soru | PERHAPS_AUTO_REPLY",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x | BOUNCE",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=x | FEEDBACK_REPORT",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=x |"
            + " AUTO_REPLY"
      })
  void recognisesMachinesByTheirMarks(String header, MailKind kind) throws Exception {
    assertThat(read("From: c@x.example\n" + header + "\n\nx\n").kind()).isEqualTo(kind);
  }

  /** The rules for what is never answered of the desk's own accord, one a row, and their limits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Auto-Submitted: auto-generated | false",
        "Auto-Submitted: auto-replied; owner-email=c@x.example | false",
        "Auto-Submitted: | false",
        "Auto-Submitted: no | true",
        "Return-Path: <> | false",
        "Return-Path: <c@x.example> | true",
        "Content-Type: multipart/report; boundary=b | false",
        "Precedence: bulk | false",
        "Precedence: list | false",
        "Precedence: junk | false",
        "Precedence: auto_reply | false",
        "Precedence: normal | true",
        "List-Id: <news.x.example> | false",
        "List-Post: <mailto:news@x.example> | false",
        "List-Unsubscribe: <mailto:off@x.example> | false",
        "List-Subscribe: <mailto:on@x.example> | false",
        "List-Help: <mailto:help@x.example> | false",
        "List-Owner: <mailto:owner@x.example> | false",
        "LIST-ARCHIVE: <https://x.example/> | false",
        "X-Listener: c | true",
        "X-Auto-Response-Suppress: All | false",
        "X-Auto-Response-Suppress: OOF | false",
        "X-Auto-Response-Suppress: DR | false",
        "X-Auto-Response-Suppress: None | true",
        "X-Autoreply: yes | false",
        "X-Autoreply: | false",
        "X-Autoreply: no | true",
        "From: mailer-daemon@x.example | false",
        "From: Postmaster <postmaster@x.example> | false",
        "From: postmaster.shop@x.example | true",
        "From: noreply@x.example | false",
        "From: No.Reply@x.example | false",
        "From: jira-noreply@x.example | false",
        "From: jira+no-reply-12@x.example | false",
        "From: do_not_reply@x.example | false",
        "From: jira-do-not-reply@x.example | false",
        "From: casino-reply@x.example | true",
        "From: carla@noreply.example | true"
      })
  void neverAnswersWhatTheRulesForbid(String header, boolean answered) throws Exception {
    String sender = header.startsWith("From:") ? "" : "From: c@x.example\n";

    assertThat(read(sender + header + "\nSubject: help\n\nx\n").mayAnswer()).isEqualTo(answered);
  }

  @Test
  void anAnswerNobodyMayAnswerWasWrittenByAMachine() throws Exception {
    String mail = "From: c@x.example\nReturn-Path: <>\nSubject: Re: yours\n\nx\n";

    assertThat(read(mail).kind()).isEqualTo(MailKind.AUTO_REPLY);
    assertThat(read(mail.replace("Re: yours", "mine\nIn-Reply-To: <a@b.example>")).kind())
        .isEqualTo(MailKind.AUTO_REPLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        " \n\n",
        "Content-Type: text/html\n\n<p>&nbsp;</p><title>Page</title>\n",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--\n"
      })
  void aMailThatSaysNothingSaysSo(String rest) throws Exception {
    InboundMessage mail = read("From: c@x.example\nSubject: empty\n" + rest);

    assertThat(mail.text()).isEqualTo("[no visible content]");
    assertThat(mail.visibleReply()).isEqualTo("[no visible content]");
  }

  @Test
  void thePageOfAMailStandsUnderItsTitle() throws Exception {
    String mail =
        """
        From: fax@x.example
        Subject: Fax
        Content-Type: text/html

        <title>From &lt;089&gt; & co</title><p>See the file.</p>
        """;

    assertThat(read(mail).html())
        .hasValueSatisfying(
            html -> assertThat(html).startsWith("<p>From &lt;089&gt; &amp; co</p>"));
    assertThat(read(mail).visibleReply()).isEqualTo("See the file.");
    assertThat(read(mail.replace("<title>", "<title>fax</title><title>")).html().orElseThrow())
        .startsWith("<p>See");
  }

  @Test
  void aPictureSaysSomething() throws Exception {
    InboundMessage mail =
        read("From: c@x.example\nContent-Type: text/html\n\n<img src=\"cid:photo\">\n");

    assertThat(mail.text()).isEmpty();
  }

  private static InboundMessage read(String mail) throws UnreadableMailException {
    return MailReader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
