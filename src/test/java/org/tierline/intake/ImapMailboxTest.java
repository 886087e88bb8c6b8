package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    try (Mailbox.Visit visit = mailbox.visit()) {
      List<Long> uids = visit.uidsAbove(0);
      assertThat(uids).hasSize(2);
      assertThat(visit.uidsAbove(uids.get(0))).containsExactly(uids.get(1));
      assertThat(visit.uidsAbove(uids.get(1))).isEmpty();
      byte[] raw = visit.fetch(uids.get(1));
      assertThat(new String(raw, StandardCharsets.UTF_8)).contains("Subject: two", "plain words");
      assertThat(isSeen(1)).isFalse();

      visit.markSeen(uids.get(1));
      assertThat(isSeen(1)).isTrue();
      assertThat(isSeen(0)).isFalse();
    }
  }

  @Test
  void findsWhatCameBetweenTwoVisits() throws Exception {
    var mailbox = new ImapMailbox(account("secret"));
    try (Mailbox.Visit visit = mailbox.visit()) {
      assertThat(visit.uidsAbove(0)).isEmpty();
    }

    deliver("later");

    try (Mailbox.Visit visit = mailbox.visit()) {
      assertThat(visit.uidsAbove(0)).hasSize(1);
    }
  }

  @Test
  void connectsAgainAfterTheServerWasGone() throws Exception {
    var mailbox = new ImapMailbox(account("secret"));
    mailbox.visit().close();
    int port = server.getImap().getPort();
    server.stop();

    assertThatExceptionOfType(MailboxUnavailableException.class)
        .isThrownBy(mailbox::visit)
        .matches(e -> !e.isRefused());

    var restarted = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_IMAP));
    restarted.start();
    try {
      restarted.setUser("support@tierline.example", "support", "secret");
      try (Mailbox.Visit visit = mailbox.visit()) {
        assertThat(visit.uidsAbove(0)).isEmpty();
      }
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
    try (Mailbox.Visit visit = new ImapMailbox(account("secret")).visit()) {
      assertThatExceptionOfType(MailNotFetchedException.class).isThrownBy(() -> visit.fetch(4711));
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
    return new IntakeSettings.MailboxAccount(
        "127.0.0.1",
        server.getImap().getPort(),
        IntakeSettings.Security.NONE,
        "support",
        password,
        "INBOX");
  }
}
