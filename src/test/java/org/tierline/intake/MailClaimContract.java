package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Scanners;
import org.tierline.ticket.TicketOpened;

/** Of nodes that take the same mail in hand, the last one decides about it. */
abstract class MailClaimContract extends MailDeskContract {

  MailClaimContract(TestDatabase database) {
    super(database);
  }

  /** A node was frozen for minutes; another did its work. */
  @Test
  void whoSleptThroughTheEndOfTheirClaimOpensNoSecondTicket() {
    var sleeper = new IntakeDesk(database);
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.collectMail.collect();
    meanwhileAnotherNodeTakesIn(sleeper);

    sleeper.takeInMail.takeInWaiting();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(desk.facts.ofType(TicketOpened.class)).hasSize(1);
    assertThat(sleeper.facts.announced()).isEmpty();
  }

  @Test
  void whoSleptThroughTheEndOfTheirClaimQuarantinesNothing() {
    var nothingMayBeNested =
        new MailBounds(-1, 500, 256 * 1024, 1024 * 1024, 1000, Duration.ofSeconds(10));
    var sleeper = new IntakeDesk(database, SETTINGS, SEAL, nothingMayBeNested);
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.collectMail.collect();
    meanwhileAnotherNodeTakesIn(sleeper);

    sleeper.takeInMail.takeInWaiting();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(transactions.inNew(quarantine::size)).isZero();
  }

  @Test
  void whoSleptThroughTheEndOfTheirClaimGivesNothingBack() {
    for (RuntimeException trouble :
        List.of(new IllegalStateException("broken"), Scanners.unavailable())) {
      var sleeper = new IntakeDesk(database);
      desk.mailbox.deliver(aMail("Printer on fire", trouble.getMessage()));
      desk.collectMail.collect();
      sleeper.duringReading =
          () -> {
            takenInElsewhere();
            throw trouble;
          };

      sleeper.takeInMail.takeInWaiting();
    }

    assertThat(states()).hasSize(2).containsOnly(MailState.TICKET_CREATED);
    assertThat(mails())
        .allSatisfy(
            mail -> {
              assertThat(mail.attempts()).isEqualTo(2);
              assertThat(mail.reason()).contains("refers to nothing we know");
            });
  }

  /** The claim is over, but nobody else has come yet. */
  @Test
  void whoeverIsStillTheLastToHaveClaimedAMailDecidesAboutIt() {
    desk.mailbox.deliver(aMail("Printer on fire", "It burns."));
    desk.collectMail.collect();
    desk.duringReading = this::letLeasesExpire;

    desk.takeInMail.takeInWaiting();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  private void meanwhileAnotherNodeTakesIn(IntakeDesk sleeper) {
    sleeper.duringReading =
        () -> {
          sleeper.duringReading = () -> {};
          takenInElsewhere();
        };
  }

  private void takenInElsewhere() {
    letLeasesExpire();
    assertThat(takeInMail.takeInWaiting()).isEqualTo(1);
  }
}
