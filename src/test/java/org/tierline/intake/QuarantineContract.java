package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;

/** What waits for a person, and what leads do with it. */
abstract class QuarantineContract extends MailDeskContract {

  QuarantineContract(TestDatabase database) {
    super(database);
  }

  @Test
  void aMailWithoutSenderWaitsForAPersonAndCanBeTriedAgain() {
    mailbox.deliver("Subject: who am I\n\nno sender\n");
    poll();

    ReceivedMail waiting = transactions.inNew(() -> quarantine.waiting(10)).get(0);
    assertThat(waiting.reason().orElseThrow()).contains("no sender");
    assertThat(transactions.inNew(() -> quarantine.rawHeaders(waiting.id())))
        .isEqualTo("Subject: who am I");

    inQuarantine(() -> quarantine.replay(waiting.id()));
    assertThat(states()).containsExactly(MailState.RECEIVED);
    poll();
    assertThat(states()).containsExactly(MailState.QUARANTINED);
  }

  @Test
  void aDiscardedMailIsKeptWithTheReasonButWaitsNoMore() {
    mailbox.deliver("Subject: spam\n\nno sender\n");
    poll();
    ReceivedMail waiting = transactions.inNew(() -> quarantine.waiting(10)).get(0);

    inQuarantine(() -> quarantine.discard(waiting.id(), "lena", "An advertisement"));

    assertThat(transactions.inNew(() -> quarantine.waiting(10))).isEmpty();
    assertThat(transactions.inNew(quarantine::size)).isZero();
    assertThat(transactions.inNew(() -> quarantine.original(waiting.id()))).isPresent();
    assertThat(mails().get(0).discardReason()).contains("An advertisement");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> inQuarantine(() -> quarantine.replay(waiting.id())))
        .withMessageContaining("somebody was faster");
  }

  @Test
  void theLeadsAreToldOfEachQuarantinedMailOnce() {
    mailbox.deliver("Subject: one\n\nno sender\n");
    mailbox.deliver("Subject: two\n\nno sender\n");
    poll();

    raiseAlarm();
    raiseAlarm();

    assertThat(facts.ofType(MailsQuarantined.class)).hasSize(1);
    assertThat(facts.ofType(MailsQuarantined.class).get(0).mails())
        .extracting(MailsQuarantined.Entry::subject)
        .containsExactlyInAnyOrder("one", "two"); // both came at the same moment
  }
}
