package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.TicketOpened;

/** What the ticket tells agents of a mail that is signed or encrypted, on a real database. */
abstract class ProtectedMailContract {

  private static final String AN_SMIME_ENVELOPE =
      """
      Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
      Content-Disposition: attachment; filename=smime.p7m
      Content-Transfer-Encoding: base64

      MIAGCSqGSIb3DQEHA6CAMIACAQA=
      """;

  private static final String A_PGP_ENVELOPE =
      """
      Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

      --b
      Content-Type: application/pgp-encrypted

      Version: 1

      --b
      Content-Type: application/octet-stream

      -----BEGIN PGP MESSAGE-----
      hQEMA
      -----END PGP MESSAGE-----
      --b--
      """;

  private static final String A_PGP_TEXT =
      """

      -----BEGIN PGP MESSAGE-----

      hQEMA
      -----END PGP MESSAGE-----
      """;

  private static final String A_SIGNED_MAIL =
      """
      Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b

      --b
      Content-Type: text/plain

      It burns.
      --b
      Content-Type: application/pkcs7-signature; name=smime.p7s
      Content-Transfer-Encoding: base64

      MIAGCSqGSIb3DQEHAqCAMIACAQE=
      --b--
      """;

  private final IntakeDesk desk;
  private final String customer = "carla." + UUID.randomUUID() + "@customer.example";

  ProtectedMailContract(TestDatabase database) {
    this.desk = new IntakeDesk(database);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void anEncryptedMailSaysSoInItsTicket() {
    assertThat(remarksOn(AN_SMIME_ENVELOPE))
        .containsExactly(
            "its mail is encrypted (S/MIME); the desk cannot read it."
                + " The original is attached to the message");
  }

  @Test
  void pgpIsNamedHoweverItWasWritten() {
    assertThat(remarksOn(A_PGP_ENVELOPE)).singleElement().asString().contains("encrypted (PGP)");
    assertThat(remarksOn(A_PGP_TEXT)).singleElement().asString().contains("encrypted (PGP)");
  }

  @Test
  void theDeskVouchesForNoSignature() {
    assertThat(remarksOn(A_SIGNED_MAIL))
        .containsExactly("its mail is signed (S/MIME); the desk has not checked the signature");
  }

  @Test
  void whatIsInsideASignatureIsSaidToBeThere() {
    assertThat(remarksOn(AN_SMIME_ENVELOPE.replace("enveloped-data", "signed-data")))
        .singleElement()
        .asString()
        .contains("signed (S/MIME)", "inside the signature");
  }

  @Test
  void anOrdinaryMailNeedsNoRemark() {
    assertThat(remarksOn("\nIt burns.\n")).isEmpty();
  }

  private List<String> remarksOn(String body) {
    desk.mailbox.deliver(
        "From: %s\nSubject: Secret %s\nMIME-Version: 1.0\n%s"
            .formatted(customer, UUID.randomUUID(), body));
    desk.poll();
    List<TicketOpened> opened = desk.facts.ofType(TicketOpened.class);
    return desk.transactions.inNew(
        () ->
            desk.tickets.get(opened.get(opened.size() - 1).ticket()).history().stream()
                .filter(entry -> entry.kind() == HistoryKind.MAIL_REPORTED)
                .map(HistoryEntry::what)
                .toList());
  }
}
