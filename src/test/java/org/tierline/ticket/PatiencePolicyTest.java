package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatiencePolicyTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void countsFromTheQuestionAndFromTheSolution() {
    var patience =
        new PatiencePolicy(HOUR, HOUR.plusMinutes(30), HOUR.multipliedBy(2), HOUR.multipliedBy(3));

    assertThat(patience.remindAt(MONDAY_9AM)).isEqualTo(MONDAY_9AM.plus(HOUR));
    assertThat(patience.remindAgainAt(MONDAY_9AM))
        .isEqualTo(MONDAY_9AM.plus(HOUR).plusSeconds(1800));
    assertThat(patience.giveUpAt(MONDAY_9AM)).isEqualTo(MONDAY_9AM.plus(HOUR.multipliedBy(2)));
    assertThat(patience.closesAt(MONDAY_9AM)).isEqualTo(MONDAY_9AM.plus(HOUR.multipliedBy(3)));
  }

  @Test
  void nobodyIsRemindedOfWhatWeGaveUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatiencePolicy(HOUR, HOUR.multipliedBy(2), HOUR, HOUR))
        .withMessage("We give up after PT1H, so a reminder after PT2H is too late");
  }

  @Test
  void theLastReminderFollowsTheFirst() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatiencePolicy(HOUR, HOUR, HOUR.multipliedBy(2), HOUR))
        .withMessage("The last reminder, after PT1H, does not follow the one after PT1H");
  }

  @Test
  void thereIsAlwaysTimeToAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatiencePolicy(Duration.ZERO, HOUR, HOUR.multipliedBy(2), HOUR));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PatiencePolicy(
                    HOUR, HOUR.multipliedBy(2), HOUR.multipliedBy(3), HOUR.negated()));
  }
}
