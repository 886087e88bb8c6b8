package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.aMail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.mail.SmtpSettings.Security;
import org.tierline.platform.outbox.DeliveryFailedException;

/** Mails leave protected, to the server they are meant for and to no other. */
class SmtpOverTlsTest {

  private static final String PASSWORD = "s3cret";

  private final GreenMail behind =
      new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

  @TempDir Path directory;

  private SSLContext usual;

  @BeforeEach
  void start() throws Exception {
    usual = SSLContext.getDefault();
    behind.getUserManager().setAuthRequired(true);
    behind.start();
    behind.setUser("desk@tierline.example", "desk@tierline.example", PASSWORD);
  }

  @AfterEach
  void stop() {
    SSLContext.setDefault(usual);
    behind.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void aMailLeavesProtectedAndSoDoesTheLogin(Security security) throws Exception {
    TlsIdentity identity = TlsIdentity.of("localhost", directory);
    SSLContext.setDefault(identity.trusting());
    try (TlsFront front = front(identity, security)) {
      desk(security, front.port()).send(aMail("hello", AutoSubmitted.NO), MONDAY_9AM);

      assertThat(behind.getReceivedMessages()).hasSize(1);
      assertThat(front.protectedConnections()).isEqualTo(1);
      assertThat(front.heardPlainly())
          .allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void aServerThatProvesToBeAnotherGetsNothing(Security security) throws Exception {
    TlsIdentity another = TlsIdentity.of("mail.example", directory);
    SSLContext.setDefault(another.trusting());
    refuses(security, another);
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void aServerNobodyVouchesForGetsNothing(Security security) throws Exception {
    refuses(security, TlsIdentity.of("localhost", directory));
  }

  private void refuses(Security security, TlsIdentity identity) throws Exception {
    try (TlsFront front = front(identity, security)) {
      var failure =
          catchThrowableOfType(
              DeliveryFailedException.class,
              () -> desk(security, front.port()).send(aMail("hello"), MONDAY_9AM));

      assertThat(failure.kind()).isEqualTo(DeliveryFailedException.Kind.SERVER_DOWN);
      assertThat(behind.getReceivedMessages()).isEmpty();
    }
  }

  private TlsFront front(TlsIdentity identity, Security security) throws Exception {
    return new TlsFront(
        identity,
        security == Security.TLS ? TlsFront.Dialect.TLS : TlsFront.Dialect.SMTP,
        behind.getSmtp().getPort());
  }

  private static SmtpServer desk(Security security, int port) {
    return new SmtpServer(
        new SmtpSettings(
            "localhost",
            port,
            security,
            Optional.of(
                new SmtpSettings.Login(
                    "desk@tierline.example", Proof.PASSWORD, Credentials.fixed(PASSWORD)))),
        SEAL);
  }
}
