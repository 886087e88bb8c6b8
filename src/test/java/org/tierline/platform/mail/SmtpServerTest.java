package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.aMail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierline.platform.TestClock;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.mail.SmtpSettings.Security;
import org.tierline.platform.outbox.DeliveryFailedException;

class SmtpServerTest {

  @Test
  void theMailArrivesWithEverythingThatMarksItAsOurs() throws Exception {
    var greenMail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try {
      OutgoingMail mail = aMail("[#5734] Drucker brennt – größer");

      desk(greenMail.getSmtp().getPort()).send(mail, MONDAY_9AM);

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
      OutgoingMail mail = aMail("hello", AutoSubmitted.NO);
      desk(greenMail.getSmtp().getPort()).send(mail, MONDAY_9AM);

      MimeMessage arrived = greenMail.getReceivedMessages()[0];
      assertThat(arrived.getHeader("Return-Path"))
          .as("names the ticket")
          .containsExactly(
              "<" + ReplyAddressFixture.replyAddress(mail.ticket().orElseThrow()) + ">");
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

      desk(server.getLocalPort()).send(aMail("hello"), MONDAY_9AM);

      assertThat(heard).filteredOn(line -> line.startsWith("MAIL")).containsExactly("MAIL FROM:<>");
    }
  }

  /** Some want one, some take none but those they know. */
  @ParameterizedTest
  @EnumSource(AutoSubmitted.class)
  void aServerThatRefusesTheEnvelopeSenderGetsTheBrandsAddress(AutoSubmitted autoSubmitted)
      throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    OutgoingMail mail = aMail("hello", autoSubmitted);
    String first =
        autoSubmitted == AutoSubmitted.AUTO_REPLIED
            ? "MAIL FROM:<>"
            : "MAIL FROM:<" + ReplyAddressFixture.replyAddress(mail.ticket().orElseThrow()) + ">";
    try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      new Thread(() -> serve(server, first, "501 5.1.7 bad sender", heard)).start();

      desk(server.getLocalPort()).send(mail, MONDAY_9AM);

      assertThat(heard)
          .filteredOn(line -> line.startsWith("MAIL"))
          .containsExactly(first, "MAIL FROM:<support@tierline.example>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 unknown user, NEVER",
    "RCPT, 450 4.2.1 greylisted, NOT_NOW",
    "MAIL, 421 4.3.2 closing, NOT_NOW",
    "MAIL, 530 5.7.0 Authentication required, SERVER_DOWN",
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
              () -> desk(server.getLocalPort()).send(aMail("hello"), MONDAY_9AM));

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure).hasMessageContaining(answer);
    }
  }

  /** Else the customer would get it again and again, for days. */
  @Test
  void aMailTheServerTookIsSentHoweverTheConnectionEnds() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new Thread(() -> takeOneMailAndReset(server, heard)).start();

      assertThatCode(() -> desk(server.getLocalPort()).send(aMail("hello"), MONDAY_9AM))
          .doesNotThrowAnyException();

      assertThat(heard).contains(".", "QUIT");
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
            DeliveryFailedException.class, () -> desk(port).send(aMail("hello"), MONDAY_9AM));

    assertThat(failure.kind()).isEqualTo(DeliveryFailedException.Kind.SERVER_DOWN);
  }

  @Test
  void whereEncryptionWasAskedForNothingLeavesWithout() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> heard = new CopyOnWriteArrayList<>();
      new Thread(() -> serve(server, "nothing", "", heard)).start();
      var demanding =
          new SmtpSettings("127.0.0.1", server.getLocalPort(), Security.STARTTLS, Optional.empty());

      var failure =
          catchThrowableOfType(
              DeliveryFailedException.class,
              () -> new SmtpServer(demanding, SEAL).send(aMail("hello"), MONDAY_9AM));

      assertThat(failure.kind()).isEqualTo(DeliveryFailedException.Kind.SERVER_DOWN);
      assertThat(failure).hasMessageContaining("STARTTLS");
      assertThat(heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({"PASSWORD, AUTH PLAIN", "XOAUTH2, AUTH XOAUTH2"})
  void showsWhoWeAreWhereTheServerAsks(Proof proof, String command) throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      new Thread(() -> serve(server, "nothing", "", heard)).start();

      desk(server.getLocalPort(), login(proof, Credentials.fixed("s3cret")))
          .send(aMail("hello", AutoSubmitted.NO), MONDAY_9AM);

      String shown = heard.stream().filter(line -> line.startsWith(command)).findFirst().orElse("");
      assertThat(decoded(shown.substring(command.length() + 1)))
          .startsWith(
              proof == Proof.XOAUTH2 ? "user=desk@tierline.example" : "desk@tierline.example")
          .endsWith(proof == Proof.XOAUTH2 ? "auth=Bearer s3cret" : "s3cret");
    }
  }

  @Test
  void aServerThatKnowsItsUsersTakesTheMailOfOneOfThem() throws Exception {
    GreenMail greenMail = greenMailThatAsks();
    try {
      desk(greenMail.getSmtp().getPort(), login(Proof.PASSWORD, Credentials.fixed("s3cret")))
          .send(aMail("hello", AutoSubmitted.NO), MONDAY_9AM);

      assertThat(greenMail.getReceivedMessages()).hasSize(1);
    } finally {
      greenMail.stop();
    }
  }

  /** Somebody changed the password; the mails must wait for us to learn the new one. */
  @Test
  void aRefusedLoginIsNotTheMailsFault() throws Exception {
    GreenMail greenMail = greenMailThatAsks();
    try {
      int port = greenMail.getSmtp().getPort();
      var refused =
          catchThrowableOfType(
              DeliveryFailedException.class,
              () ->
                  desk(port, login(Proof.PASSWORD, Credentials.fixed("old")))
                      .send(aMail("hello"), MONDAY_9AM));

      assertThat(refused.kind()).isEqualTo(DeliveryFailedException.Kind.SERVER_DOWN);
      assertThat(refused).hasMessageNotContainingAny("old");
      assertThat(greenMail.getReceivedMessages()).isEmpty();
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void aPasswordChangedInItsFileIsReadAnew(@TempDir Path directory) throws Exception {
    GreenMail greenMail = greenMailThatAsks();
    Path file = Files.writeString(directory.resolve("password"), "s3cret\n");
    Credentials credentials =
        Credentials.of(
            key -> Optional.of(file.toString()).filter(f -> key.equals("password-file")),
            new TestClock());
    try {
      SmtpServer desk = desk(greenMail.getSmtp().getPort(), login(Proof.PASSWORD, credentials));
      desk.send(aMail("hello", AutoSubmitted.NO), MONDAY_9AM);

      greenMail.getUserManager().getUser("desk@tierline.example").setPassword("n3w");
      Files.writeString(file, "n3w\n");
      desk.send(aMail("again", AutoSubmitted.NO), MONDAY_9AM);

      assertThat(greenMail.getReceivedMessages()).hasSize(2);
    } finally {
      greenMail.stop();
    }
  }

  private static GreenMail greenMailThatAsks() {
    var greenMail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    greenMail.getUserManager().setAuthRequired(true);
    greenMail.start();
    greenMail.setUser("desk@tierline.example", "desk@tierline.example", "s3cret");
    return greenMail;
  }

  /** What a login shows, without the marks between its fields. */
  private static String decoded(String login) {
    String shown = new String(Base64.getDecoder().decode(login), StandardCharsets.UTF_8);
    return shown.replaceAll("[\\x00\\x01]+", " ").strip();
  }

  private static Optional<SmtpSettings.Login> login(Proof proof, Credentials credentials) {
    return Optional.of(new SmtpSettings.Login("desk@tierline.example", proof, credentials));
  }

  private static SmtpServer desk(int port) {
    return desk(port, Optional.empty());
  }

  private static SmtpServer desk(int port, Optional<SmtpSettings.Login> login) {
    return new SmtpServer(new SmtpSettings("127.0.0.1", port, Security.NONE, login), SEAL);
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
        say(out, answerTo(line));
      }
    }
  }

  /** A mail server that takes a mail and resets the connection instead of saying goodbye. */
  private static void takeOneMailAndReset(ServerSocket server, List<String> heard) {
    try (Socket client = server.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.US_ASCII)) {
      say(out, "220 ready");
      boolean withinTheMail = false;
      for (String line = in.readLine(); !line.equals("QUIT"); line = in.readLine()) {
        heard.add(line);
        withinTheMail = !line.equals(".") && (withinTheMail || line.equals("DATA"));
        if (!withinTheMail || line.equals("DATA")) {
          say(out, answerTo(line));
        }
      }
      heard.add("QUIT");
      client.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answerTo(String line) {
    if (line.startsWith("EHLO")) {
      return "250-here\r\n250 AUTH PLAIN LOGIN XOAUTH2";
    }
    if (line.startsWith("AUTH")) {
      return "235 2.7.0 welcome";
    }
    return line.startsWith("DATA") ? "354 go on" : "250 ok";
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }
}
