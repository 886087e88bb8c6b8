package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.aMail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpServerTest {

  @Test
  void theMailArrivesWithEverythingThatMarksItAsOurs() throws Exception {
    var greenMail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try {
      OutgoingMail mail = aMail("[#5734] Drucker brennt – größer");

      new SmtpServer(session(greenMail.getSmtp().getPort()), SEAL).send(mail, MONDAY_9AM);

      MimeMessage arrived = greenMail.getReceivedMessages()[0];
      assertThat(arrived.getSubject()).isEqualTo("[#5734] Drucker brennt – größer");
      assertThat(arrived.getMessageID()).isEqualTo(mail.id().value());
      assertThat(arrived.getFrom()[0]).hasToString("Tierline <support@tierline.example>");
      assertThat(arrived.getReplyTo())
          .containsExactly(
              new InternetAddress(
                  ReplyAddressFixture.replyAddress(mail.ticket().orElseThrow()).value()));
      assertThat(arrived.getSentDate()).isEqualTo(Date.from(MONDAY_9AM));
      assertThat(arrived.getHeader("In-Reply-To")).containsExactly("<question@customer.example>");
      assertThat(MailId.allIn(arrived.getHeader("References", null))).isEqualTo(mail.references());
      assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-replied");
      assertThat(arrived.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
      assertThat(arrived.getHeader("Precedence")).containsExactly("bulk");
      var parts = (MimeMultipart) arrived.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getBodyPart(0).getContent()).isEqualTo("We have it.\r\n");
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void whatAPersonWroteComesBackToUsWhenItCannotBeDelivered() throws Exception {
    var greenMail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try {
      new SmtpServer(session(greenMail.getSmtp().getPort()), SEAL)
          .send(aMail("hello", AutoSubmitted.NO), MONDAY_9AM);

      MimeMessage arrived = greenMail.getReceivedMessages()[0];
      assertThat(arrived.getHeader("Return-Path")).containsExactly("<support@tierline.example>");
      assertThat(arrived.getHeader("Auto-Submitted")).isNull();
      assertThat(arrived.getHeader("Precedence")).isNull();
    } finally {
      greenMail.stop();
    }
  }

  /** GreenMail takes no mail without, so this server is our own. */
  @Test
  void anAutomaticReplyLeavesWithoutReturnPath() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      new Thread(() -> serve(server, "nothing", "", heard)).start();

      new SmtpServer(session(server.getLocalPort()), SEAL).send(aMail("hello"), MONDAY_9AM);

      assertThat(heard).filteredOn(line -> line.startsWith("MAIL")).containsExactly("MAIL FROM:<>");
    }
  }

  @Test
  void aServerThatWantsAnEnvelopeSenderGetsOurs() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      new Thread(() -> serve(server, "MAIL FROM:<>", "501 5.1.7 bad sender", heard)).start();

      new SmtpServer(session(server.getLocalPort()), SEAL).send(aMail("hello"), MONDAY_9AM);

      assertThat(heard)
          .filteredOn(line -> line.startsWith("MAIL"))
          .containsExactly("MAIL FROM:<>", "MAIL FROM:<support@tierline.example>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 unknown user, NEVER",
    "RCPT, 450 4.2.1 greylisted, NOT_NOW",
    "MAIL, 421 4.3.2 closing, NOT_NOW",
    "DATA, 552 5.3.4 too big, NEVER",
    "DATA, 451 4.3.0 try later, NOT_NOW"
  })
  void theServersWordDecidesWhetherWeTryAgain(
      String refusedCommand, String answer, DeliveryFailedException.Kind kind) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> heard = new CopyOnWriteArrayList<>();
      new Thread(() -> serve(server, refusedCommand, answer, heard)).start();

      var failure =
          catchThrowableOfType(
              DeliveryFailedException.class,
              () ->
                  new SmtpServer(session(server.getLocalPort()), SEAL)
                      .send(aMail("hello"), MONDAY_9AM));

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure).hasMessageContaining(answer);
    }
  }

  @Test
  void whenNobodyAnswersTheServerIsDown() throws IOException {
    int port;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    var failure =
        catchThrowableOfType(
            DeliveryFailedException.class,
            () -> new SmtpServer(session(port), SEAL).send(aMail("hello"), MONDAY_9AM));

    assertThat(failure.kind()).isEqualTo(DeliveryFailedException.Kind.SERVER_DOWN);
  }

  @Test
  void whereEncryptionWasAskedForNothingLeavesWithout() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> heard = new CopyOnWriteArrayList<>();
      new Thread(() -> serve(server, "nothing", "", heard)).start();
      Session session = session(server.getLocalPort());
      session.getProperties().setProperty("mail.smtp.starttls.enable", "true");

      var failure =
          catchThrowableOfType(
              DeliveryFailedException.class,
              () -> new SmtpServer(session, SEAL).send(aMail("hello"), MONDAY_9AM));

      assertThat(failure.kind()).isEqualTo(DeliveryFailedException.Kind.SERVER_DOWN);
      assertThat(failure).hasMessageContaining("STARTTLS");
      assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  private static Session session(int port) {
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(port));
    return Session.getInstance(properties);
  }

  /** A mail server of few words: 250 to everything but one command, until it is closed. */
  private static void serve(
      ServerSocket server, String refusedCommand, String answer, List<String> heard) {
    while (!server.isClosed()) {
      try (Socket client = server.accept();
          var in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
          var out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.US_ASCII)) {
        say(out, "220 ready");
        converse(in, out, refusedCommand, answer, heard);
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void converse(
      BufferedReader in, PrintWriter out, String refusedCommand, String answer, List<String> heard)
      throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (line.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      }
      if (line.startsWith(refusedCommand)) {
        say(out, answer);
      } else {
        say(out, line.startsWith("DATA") ? "354 go on" : "250 ok");
      }
    }
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }
}
