package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.intake.IntakeSettings.Security;
import org.tierline.platform.TestClock;
import org.tierline.platform.credentials.Credentials;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.files.Spool;

/** Against a real IMAP server. */
class ImapMailboxTest {

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, null, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP)
          });

  @BeforeEach
  void start() {
    server.start();
    server.setUser("support@tierline.example", "support", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void handsOutMailsByNumberByteByByteAndUnseen() throws Exception {
    deliver("one");
    deliver("two");
    var mailbox = new ImapMailbox(account("secret"));

    Mailbox.Visit visit = mailbox.visit();
    List<Long> uids = visit.uidsAbove(0);
    assertThat(uids).hasSize(2);
    assertThat(visit.uidsAbove(uids.get(0))).containsExactly(uids.get(1));
    assertThat(visit.uidsAbove(uids.get(1))).isEmpty();
    assertThat(read(visit.fetch(uids.get(1)))).contains("Subject: two", "plain words");
    assertThat(isSeen(1)).isFalse();

    visit.markSeen(uids.get(1));
    assertThat(isSeen(1)).isTrue();
    assertThat(isSeen(0)).isFalse();
  }

  @Test
  void knowsWhenTheServerReceivedEachMailWhateverItsSenderSays() throws Exception {
    deliver("new");
    Instant longAgo = Instant.parse("2011-05-06T07:08:09Z");
    GreenMailUser user = server.getUserManager().getUser("support");
    server
        .getManagers()
        .getImapHostManager()
        .getInbox(user)
        .appendMessage(
            GreenMailUtil.newMimeMessage("Subject: moved here\r\n\r\nwords\r\n"),
            new Flags(),
            Date.from(longAgo));
    Mailbox.Visit visit = new ImapMailbox(account("secret")).visit();

    List<Long> uids = visit.uidsAbove(0);

    assertThat(visit.arrivals().keySet()).containsExactlyInAnyOrderElementsOf(uids);
    assertThat(visit.arrivals().get(uids.get(0))).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(visit.arrivals().get(uids.get(1))).isEqualTo(longAgo);
    assertThat(isSeen(0)).isFalse();
  }

  @Test
  void findsWhatCameBetweenTwoVisits() throws Exception {
    var mailbox = new ImapMailbox(account("secret"));
    Mailbox.Visit visit = mailbox.visit();
    assertThat(visit.uidsAbove(0)).isEmpty();

    deliver("later");

    visit = mailbox.visit();
    assertThat(visit.uidsAbove(0)).hasSize(1);
  }

  @Test
  void connectsAgainAfterTheServerWasGone() throws Exception {
    var mailbox = new ImapMailbox(account("secret"));
    mailbox.visit();
    int port = server.getImap().getPort();
    server.stop();

    assertThatExceptionOfType(MailboxUnavailableException.class)
        .isThrownBy(mailbox::visit)
        .matches(e -> !e.isRefused());

    var restarted = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_IMAP));
    restarted.start();
    try {
      restarted.setUser("support@tierline.example", "support", "secret");
      Mailbox.Visit visit = mailbox.visit();
      assertThat(visit.uidsAbove(0)).isEmpty();
    } finally {
      restarted.stop();
    }
  }

  @Test
  void saysWhenItIsThePassword() {
    assertThatExceptionOfType(MailboxUnavailableException.class)
        .isThrownBy(() -> new ImapMailbox(account("wrong")).visit())
        .matches(MailboxUnavailableException::isRefused);
  }

  @Test
  void aMailThatIsGoneIsNotABrokenConnection() throws Exception {
    Mailbox.Visit visit = new ImapMailbox(account("secret")).visit();
    assertThatExceptionOfType(MailNotFetchedException.class).isThrownBy(() -> visit.fetch(4711));
  }

  @Test
  void hearsOfANewMailWhileItWaits() throws Exception {
    var mailbox = new ImapMailbox(account("secret"));
    mailbox.visit();
    var heard = CompletableFuture.supplyAsync(() -> awaitNews(mailbox));

    await().until(() -> hasIdler());
    deliver("news");

    assertThat(heard.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(mailbox.visit().uidsAbove(0)).hasSize(1);
  }

  @Test
  void doesNotWaitForNewsThatCameWhileItWasBusy() throws Exception {
    deliver("first");
    var mailbox = new ImapMailbox(account("secret"));
    Mailbox.Visit visit = mailbox.visit();
    long first = visit.uidsAbove(0).get(0);
    deliver("second");
    read(visit.fetch(first)); // the server's answer tells of the second, too

    var heard = CompletableFuture.supplyAsync(() -> awaitNews(mailbox));

    assertThat(heard.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(mailbox.visit().uidsAbove(first)).hasSize(1);
  }

  @Test
  void doesNotWaitForNewsThatCameAsItBeganToWait() throws Exception {
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()));
      assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
      proxy.beforeIdle(() -> deliver("between"));

      var heard = CompletableFuture.supplyAsync(() -> awaitNews(mailbox));

      assertThat(heard.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(mailbox.visit().uidsAbove(0)).hasSize(1);
    }
  }

  @Test
  void looksWhenToldToAtAServerThatNeverAnnounces() throws Exception {
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()));
      assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
      proxy.concealNewMails();
      var waited = CompletableFuture.supplyAsync(() -> awaitNews(mailbox));
      await().until(() -> hasIdler());
      deliver("unannounced");

      mailbox.endWait();

      assertThat(waited.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(mailbox.visit().uidsAbove(0)).hasSize(1);
    }
  }

  @Test
  void toldToLookWhileNobodyWaitsItSaysNothingToTheServer() throws Exception {
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()), 300);
      mailbox.endWait();
      mailbox.visit();
      mailbox.awaitNews();

      mailbox.endWait();
      mailbox.endWait();

      assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
      assertThat(proxy.endsOfWaits).hasValue(1);
    }
  }

  @Test
  void findsAMailTheServerForgotToAnnounce() throws Exception {
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()), 300);
      assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
      proxy.concealNewMails();
      deliver("unannounced");
      assertThat(mailbox.awaitNews()).isTrue();

      assertThat(mailbox.visit().uidsAbove(0)).hasSize(1);
      assertThat(proxy.connections).hasValue(2);
    }
  }

  @Test
  void goesOnWithTheSameConnectionWhenNothingIsNew() throws Exception {
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()), 300);
      mailbox.visit();

      assertThat(mailbox.awaitNews()).isTrue();
      assertThat(mailbox.awaitNews()).isTrue();

      assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
      assertThat(proxy.connections).hasValue(1);
    }
  }

  @Test
  void noticesAConnectionWhoseOtherEndIsGone() throws Exception {
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()), 300);
      mailbox.visit();
      proxy.fallSilent();

      assertThatExceptionOfType(MailboxUnavailableException.class).isThrownBy(mailbox::awaitNews);
    }
  }

  @Test
  void neverSpeaksPlainlyWhenAskedToProtectItself() throws Exception {
    int port = server.getImap().getPort();
    var startTls = new ImapMailbox(account(Security.STARTTLS, Proof.PASSWORD, "secret", port));
    assertThatExceptionOfType(MailboxUnavailableException.class)
        .isThrownBy(startTls::visit)
        .withMessageContaining("STARTTLS")
        .matches(e -> !e.isRefused());

    var tls = new ImapMailbox(account(Security.TLS, Proof.PASSWORD, "secret", port), 2000);
    assertThatExceptionOfType(MailboxUnavailableException.class).isThrownBy(tls::visit);
  }

  @Test
  void trustsNoServerNobodyVouchesFor() {
    var selfSigned = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_IMAPS));
    selfSigned.start();
    try {
      selfSigned.setUser("support@tierline.example", "support", "secret");
      int port = selfSigned.getImaps().getPort();
      var mailbox = new ImapMailbox(account(Security.TLS, Proof.PASSWORD, "secret", port));

      assertThatExceptionOfType(MailboxUnavailableException.class).isThrownBy(mailbox::visit);
    } finally {
      selfSigned.stop();
    }
  }

  @Test
  void showsATokenWhereAPasswordIsNotAccepted() throws Exception {
    int port = server.getImap().getPort();

    var mailbox = new ImapMailbox(account(Security.NONE, Proof.XOAUTH2, "secret", port));

    assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
    var expired = new ImapMailbox(account(Security.NONE, Proof.XOAUTH2, "expired", port));
    assertThatExceptionOfType(MailboxUnavailableException.class)
        .isThrownBy(expired::visit)
        .matches(MailboxUnavailableException::isRefused);
  }

  @Test
  void readsAPasswordAnewWhenItWasChanged(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("password"), "old\n");
    var credentials =
        Credentials.of(
            key -> key.equals("password-file") ? Optional.of(file.toString()) : Optional.empty(),
            new TestClock());
    int port = server.getImap().getPort();
    var mailbox = new ImapMailbox(account(Security.NONE, Proof.PASSWORD, credentials, port));
    assertThatExceptionOfType(MailboxUnavailableException.class).isThrownBy(mailbox::visit);

    Files.writeString(file, "secret\n");

    assertThat(mailbox.visit().uidsAbove(0)).isEmpty();
  }

  /** At every kilobyte of a mail, and just before its end. */
  @Test
  void aMailThatCameInPartIsNotTaken() throws Exception {
    String text = "0123456789abcde\r\n".repeat(1200);
    GreenMailUtil.sendTextEmail(
        "support@tierline.example",
        "carla@customer.example",
        "long",
        text,
        server.getSmtp().getServerSetup());
    try (var proxy = new CuttingProxy(server.getImap().getPort())) {
      var mailbox = new ImapMailbox(account("secret", proxy.port()));
      int size = read(mailbox.visit().fetch(1)).length();
      for (int cut = 0; cut < size; cut += 1024) {
        long uid = mailbox.visit().uidsAbove(0).get(0);
        proxy.cutNextContentAfter(cut);

        Mailbox.Visit visit = mailbox.visit();
        assertThatExceptionOfType(MailboxUnavailableException.class)
            .as("cut after %d bytes", cut)
            .isThrownBy(() -> visit.fetch(uid));

        assertThat(proxy.hasCut()).isTrue();
        assertThat(read(mailbox.visit().fetch(uid))).hasSize(size);
      }
    }
  }

  private boolean awaitNews(Mailbox mailbox) {
    try {
      return mailbox.awaitNews();
    } catch (MailboxUnavailableException e) {
      throw new AssertionError(e);
    }
  }

  private boolean hasIdler() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getMethodName().equals("readIdleResponse"));
  }

  private static String read(Spool spool) throws IOException {
    try (spool;
        InputStream content = spool.open()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void deliver(String subject) {
    GreenMailUtil.sendTextEmail(
        "support@tierline.example",
        "carla@customer.example",
        subject,
        "plain words",
        server.getSmtp().getServerSetup());
  }

  private boolean isSeen(int index) throws Exception {
    return server.getReceivedMessages()[index].isSet(Flags.Flag.SEEN);
  }

  private IntakeSettings.MailboxAccount account(String password) {
    return account(password, server.getImap().getPort());
  }

  private static IntakeSettings.MailboxAccount account(String password, int port) {
    return account(Security.NONE, Proof.PASSWORD, password, port);
  }

  private static IntakeSettings.MailboxAccount account(
      Security security, Proof proof, String password, int port) {
    return account(security, proof, Credentials.fixed(password), port);
  }

  private static IntakeSettings.MailboxAccount account(
      Security security, Proof proof, Credentials credentials, int port) {
    return new IntakeSettings.MailboxAccount(
        "127.0.0.1",
        port,
        security,
        "support",
        proof,
        credentials,
        "INBOX",
        Optional.empty(),
        Optional.empty());
  }
}
