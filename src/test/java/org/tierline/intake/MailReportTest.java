package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;
import org.tierline.platform.mail.MailId;

/** What mail servers tell us about mails of ours, in the form of the standard and in their own. */
class MailReportTest {

  private static final MailEffort PATIENT = MailEffort.untimed(MailBounds.DEFAULT);

  private static final String OURS = "<tl.1.abc@tierline.example>";

  private static final String STANDARD =
      """
      Return-Path: <>
      From: Mail Delivery System <MAILER-DAEMON@mx.customer.example>
      To: support@tierline.example
      Subject: Undelivered Mail Returned to Sender
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: text/plain

      I am sorry.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.customer.example

      Original-Recipient: rfc822;Carla@customer.example
      Final-Recipient: rfc822; carla@mailbox.customer.example
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 no such user

      Final-Recipient: RFC822; <tom@customer.example> (Tom)
      Action: delayed
      Status: 4.4.1
      --b
      Content-Type: message/rfc822

      Received: from somewhere
      Message-ID:
       <tl.1.abc@tierline.example>
      Subject: We have received your request

      Message-ID: <in.the.text@elsewhere.example>
      --b--
      """;

  @Test
  void theFieldsForMachinesSayWhoFailedAndWhichMailItWas() {
    Bounce bounce = bounce(STANDARD);

    assertThat(bounce.recipients())
        .containsExactly(
            new Recipient("carla@mailbox.customer.example", Action.FAILED, "5.1.1"),
            new Recipient("tom@customer.example", Action.DELAYED, "4.4.1"));
    assertThat(bounce.originalMessageId()).contains(new MailId(OURS));
    assertThat(bounce.isFinal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void lineEndsMakeNoDifference(String lineEnd) {
    assertThat(read(STANDARD.replace("\n", lineEnd)).bounce()).isEqualTo(read(STANDARD).bounce());
  }

  @ParameterizedTest
  @CsvSource({
    "failed, 5.0.0, FAILED",
    "failed, 4.4.7, FAILED",
    "delayed, 4.4.7, DELAYED",
    "delivered, 2.0.0, DELIVERED",
    "relayed, 2.0.0, RELAYED",
    "expanded, 2.0.0, EXPANDED",
    "kaputt, 4.0.0, FAILED",
    "'', 4.0.0, DELAYED",
    "'', 2.1.5, DELIVERED",
    "'', 5.1.1, FAILED"
  })
  void theActionCountsAndTheCodeOnlyWhereThereIsNone(String written, String code, Action action) {
    List<Recipient> recipients =
        DeliveryStatus.recipients(
            "Final-Recipient: rfc822; x@y.example\nAction: " + written + "\nStatus: " + code,
            PATIENT);

    assertThat(recipients).containsExactly(new Recipient("x@y.example", action, code));
  }

  @Test
  void groupsWithoutEmptyLinesBetweenThemAndWithOneInTheMiddleAreStillGroups() {
    assertThat(
            DeliveryStatus.recipients(
                """
                Action: failed
                Final-Recipient: rfc822; a@x.example
                Action: failed
                Final-Recipient: rfc822; b@x.example

                Status: 5.2.2
                """,
                PATIENT))
        .extracting(Recipient::address, Recipient::status)
        .containsExactly(tuple("a@x.example", ""), tuple("b@x.example", "5.2.2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I could not deliver it.\n\n<carla@customer.example>:\nNo such user. (#5.1.1)",
        "The following address(es) failed:\n\n  carla@customer.example\n    550 5.1.1 unknown",
        "Unable to deliver message to <carla@customer.example>, 550 5.1.1 sorry",
        "Your message was rejected.\n * carla@customer.example [5.1.1 gone]",
        "Unknown user: carla@customer.example (5.1.1)",
        "While talking to mx:\n>>> RCPT To:<carla@customer.example>\n<<< 550 5.1.1 User unknown",
        "550 5.1.1 <carla@customer.example>... User unknown",
        "Hello support@tierline.example,\ndelivery to carla@customer.example failed: 5.1.1",
        "Delivery has failed to these recipients:\n"
            + "carla@customer.example<mailto:carla@customer.example>\n5.1.1 not found"
      })
  void whatServersWritePeopleIsUnderstoodToo(String text) {
    Bounce bounce =
        bounce(oldBounce("Returned mail", text + "\n\n--- Original message follows.\n"));

    assertThat(bounce.recipients())
        .containsExactly(new Recipient("carla@customer.example", Action.FAILED, "5.1.1"));
  }

  @Test
  void theReturnedMailBelowATextTellsWhichItWasButNamesNobody() {
    Bounce bounce =
        bounce(
            oldBounce(
                "failure notice",
                """
                <carla@customer.example>:
                mailbox full

                --- Below this line is a copy of the message.

                Received: from tierline.example
                From: support@tierline.example
                To: somebody@else.example
                Message-Id: <tl.1.abc@tierline.example>

                hello
                """));

    assertThat(bounce.recipients())
        .extracting(Recipient::address)
        .containsExactly("carla@customer.example");
    assertThat(bounce.originalMessageId()).contains(new MailId(OURS));
  }

  @Test
  void aReportThatNamesNobodyIsAboutWhoTheReturnedMailWasFor() {
    Bounce bounce =
        bounce(
            oldBounce(
                "Mail System Error - Returned Mail",
                "Sorry.\n\n---- Original message ----\nTo: Carla <carla@customer.example>\n"));

    assertThat(bounce.recipients())
        .extracting(Recipient::address)
        .containsExactly("carla@customer.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.",
        "Your message has not been delivered yet. It will be retried for 4 more days.",
        "No action is required on your part. Delivery attempts will continue for some time."
      })
  void delayedIsNotFailed(String warning) {
    Bounce bounce = bounce(oldBounce("Warning", warning + "\n\n<carla@customer.example>: 4.4.1\n"));

    assertThat(bounce.recipients())
        .containsExactly(new Recipient("carla@customer.example", Action.DELAYED, "4.4.1"));
    assertThat(bounce.isFinal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Paula <paula@postmaster-shop.example>, My parcel could not be delivered, Where is it?",
    "Paula <paula@customer.example>, Delivery failed, The courier could not deliver: unknown address",
    "Paula <paula@customer.example>, Fwd: Undelivered Mail Returned to Sender, What does this mean?"
  })
  void peopleWhoWriteAboutDeliveriesArePeople(String from, String subject, String text) {
    InboundMessage mail = read("From: " + from + "\nSubject: " + subject + "\n\n" + text + "\n");

    assertThat(mail.kind()).isEqualTo(MailKind.HUMAN);
    assertThat(mail.bounce()).isEmpty();
  }

  @Test
  void aPostmasterMayAskAsAPersonDoesButIsNotAnswered() {
    InboundMessage mail =
        read(
            """
            From: Paula <postmaster@customer.example>
            Subject: Help

            How do I set up my mailbox?
            """);

    assertThat(mail.kind()).isEqualTo(MailKind.BULK);
    assertThat(mail.bounce()).isEmpty();
  }

  @Test
  void whoForwardsABounceAsAnAttachmentIsAPerson() {
    InboundMessage mail =
        read(
            """
            From: paula@customer.example
            Subject: look at this
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=f

            --f
            Content-Type: text/plain

            Why do I get this?
            --f
            Content-Type: message/rfc822

            """
                + STANDARD
                + "\n--f--\n");

    assertThat(mail.kind()).isEqualTo(MailKind.HUMAN);
  }

  @Test
  void aComplaintNamesTheMailItIsAbout() {
    InboundMessage mail =
        read(
            """
            From: feedback@provider.example
            Subject: FW: whatever
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            --b
            Content-Type: message/rfc822

            Message-ID: <tl.1.abc@tierline.example>

            --b--
            """);

    assertThat(mail.kind()).isEqualTo(MailKind.FEEDBACK_REPORT);
    assertThat(mail.bounce().orElseThrow()).isEqualTo(new Bounce(List.of(), MailId.parse(OURS)));
  }

  @Test
  void aReadReceiptIsAnAutomaticReply() {
    InboundMessage mail =
        read(
            """
            From: carla@customer.example
            Subject: Read: hello
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b
            Content-Type: message/disposition-notification

            Disposition: manual-action/MDN-sent-manually; displayed
            --b--
            """);

    assertThat(mail.kind()).isEqualTo(MailKind.AUTO_REPLY);
    assertThat(mail.bounce()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Bounce, BOUNCE",
    "Complaint, FEEDBACK_REPORT",
    "Delivery, BOUNCE",
    "AmazonSnsSubscriptionSucceeded, BULK"
  })
  void amazonReportsInJson(String type, MailKind kind) {
    InboundMessage mail =
        read(
            """
            From: no-reply@sns.amazonaws.com
            Subject: AWS Notification Message
            x-amz-sns-message-id: 1

            {"notificationType":"%s","mail":{"headers":[{"name":"Message-ID","value":"%s"}]},
             "bounce":{"bouncedRecipients":[{"emailAddress":"carla@customer.example","status":"5.1.1"}]},
             "delivery":{"recipients":["carla@customer.example"]}}

            --
            If you wish to stop receiving notifications from this topic
            """
                .formatted(type, OURS));

    assertThat(mail.kind()).isEqualTo(kind);
    assertThat(mail.bounce().filter(Bounce::isFinal).isPresent()).isEqualTo(type.equals("Bounce"));
    mail.bounce()
        .ifPresent(bounce -> assertThat(bounce.originalMessageId()).contains(new MailId(OURS)));
  }

  private static String oldBounce(String subject, String text) {
    return """
        From: MAILER-DAEMON@mx.customer.example
        To: support@tierline.example
        Subject: %s

        %s
        """
        .formatted(subject, text);
  }

  private static Bounce bounce(String mail) {
    InboundMessage message = read(mail);
    assertThat(message.kind()).isEqualTo(MailKind.BOUNCE);
    return message.bounce().orElseThrow();
  }

  private static InboundMessage read(String mail) {
    try {
      return MailReader.read(mail.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableMailException e) {
      throw new AssertionError(e);
    }
  }
}
