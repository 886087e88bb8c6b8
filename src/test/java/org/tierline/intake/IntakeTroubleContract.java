package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.ticket.TicketOpened;

/** What becomes of mails while the disk is full or the database away for long. */
abstract class IntakeTroubleContract {

  private final IntakeDesk desk;
  private boolean diskIsFull = true;

  IntakeTroubleContract(TestDatabase database) {
    this.desk = new IntakeDesk(database);
    desk.mailbox.deliver(
        "From: carla.%s@customer.example\nSubject: Help\n\nIt burns.\n"
            .formatted(UUID.randomUUID()));
    desk.facts.on(
        TicketOpened.class,
        fact -> {
          if (diskIsFull) {
            throw new UncheckedIOException(new IOException("No space left on device"));
          }
        });
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void aDiskThatIsFullForAnHourCostsNoMail() {
    failOften(60, Duration.ofMinutes(1));
    assertThat(mail().excuses()).isEqualTo(60);
    diskIsFull = false;

    desk.poll();

    assertThat(mail().state()).isEqualTo(MailState.TICKET_CREATED);
  }

  @Test
  void theLeadsHearOnceThatMailsAreHeldUp() {
    failOften(10, Duration.ofMinutes(1));
    assertThat(desk.facts.ofType(MailHeldUp.class)).isEmpty();

    failOften(20, Duration.ofMinutes(1));

    assertThat(desk.facts.ofType(MailHeldUp.class))
        .singleElement()
        .satisfies(fact -> assertThat(fact.why()).contains("No space left"));
  }

  @Test
  void whatStillFailsAfterHoursWaitsForAPerson() {
    failOften(2, Duration.ofHours(8));
    assertThat(mail().state()).as("the desk was closed").isEqualTo(MailState.RECEIVED);

    failOften(9, Duration.ofMinutes(1));

    assertThat(mail().state()).isEqualTo(MailState.QUARANTINED);
    assertThat(mail().reason().orElseThrow()).contains("No space left");
  }

  @Test
  void whatAPersonTriesAgainHasAllThePatienceOnceMore() {
    failOften(11, Duration.ofHours(1));
    assertThat(mail().state()).isEqualTo(MailState.QUARANTINED);

    tryAgain();
    failOften(11, Duration.ofMinutes(1));

    assertThat(mail().state()).isEqualTo(MailState.RECEIVED);
  }

  private void tryAgain() {
    desk.transactions.inNew(
        () -> {
          try {
            desk.quarantine.replay(mail().id());
            return true;
          } catch (NotInQuarantineException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void failOften(int times, Duration apart) {
    for (int i = 0; i < times; i++) {
      desk.poll();
      desk.clock.pass(apart);
      desk.letLeasesExpire();
    }
  }

  private ReceivedMail mail() {
    return desk.mails().get(0);
  }
}
