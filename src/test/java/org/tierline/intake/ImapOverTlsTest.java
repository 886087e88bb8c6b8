package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierline.intake.IntakeSettings.Security;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.mail.TlsFront;
import org.tierline.platform.mail.TlsIdentity;

/** Mails are fetched protected, from the server that has them and from no other. */
class ImapOverTlsTest {

  private final GreenMail behind =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, null, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP)
          });

  @TempDir Path directory;

  private SSLContext usual;

  @BeforeEach
  void start() throws Exception {
    usual = SSLContext.getDefault();
    behind.start();
    behind.setUser("support@tierline.example", "support", "secret");
    GreenMailUtil.sendTextEmail(
        "support@tierline.example",
        "carla@customer.example",
        "one",
        "plain words",
        behind.getSmtp().getServerSetup());
  }

  @AfterEach
  void stop() {
    SSLContext.setDefault(usual);
    behind.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void mailsAreFetchedProtectedAndSoIsTheLogin(Security security) throws Exception {
    TlsIdentity identity = TlsIdentity.of("localhost", directory);
    SSLContext.setDefault(identity.trusting());
    try (TlsFront front = front(identity, security)) {
      ImapMailbox mailbox = mailbox(security, front.port());

      Mailbox.Visit visit = mailbox.visit();
      visit.markSeen(visit.uidsAbove(0).get(0));

      assertThat(visit.uidsAbove(0)).hasSize(1);
      assertThat(front.protectedConnections()).isEqualTo(1);
      assertThat(front.heardPlainly())
          .allMatch(line -> line.endsWith("CAPABILITY") || line.endsWith("STARTTLS"));
      mailbox.hangUp();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void aServerThatProvesToBeAnotherHearsNoPassword(Security security) throws Exception {
    TlsIdentity another = TlsIdentity.of("mail.example", directory);
    SSLContext.setDefault(another.trusting());
    refuses(security, another);
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void aServerNobodyVouchesForHearsNoPassword(Security security) throws Exception {
    refuses(security, TlsIdentity.of("localhost", directory));
  }

  private void refuses(Security security, TlsIdentity identity) throws Exception {
    try (TlsFront front = front(identity, security)) {
      ImapMailbox mailbox = mailbox(security, front.port());

      assertThatExceptionOfType(MailboxUnavailableException.class)
          .isThrownBy(mailbox::visit)
          .matches(e -> !e.isRefused());
      assertThat(front.heardPlainly()).noneMatch(line -> line.contains("secret"));
    }
  }

  private TlsFront front(TlsIdentity identity, Security security) throws Exception {
    return new TlsFront(
        identity,
        security == Security.TLS ? TlsFront.Dialect.TLS : TlsFront.Dialect.IMAP,
        behind.getImap().getPort());
  }

  private static ImapMailbox mailbox(Security security, int port) {
    return new ImapMailbox(
        new IntakeSettings.MailboxAccount(
            "localhost",
            port,
            security,
            "support",
            Proof.PASSWORD,
            Credentials.fixed("secret"),
            "INBOX",
            Optional.empty(),
            Optional.empty()));
  }
}
