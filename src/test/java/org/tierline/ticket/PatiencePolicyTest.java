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
    var patience = new PatiencePolicy(HOUR, HOUR.multipliedBy(2), HOUR.multipliedBy(3));

    assertThat(patience.remindAt(MONDAY_9AM)).isEqualTo(MONDAY_9AM.plus(HOUR));
    assertThat(patience.giveUpAt(MONDAY_9AM)).isEqualTo(MONDAY_9AM.plus(HOUR.multipliedBy(2)));
    assertThat(patience.closesAt(MONDAY_9AM)).isEqualTo(MONDAY_9AM.plus(HOUR.multipliedBy(3)));
  }

  @Test
  void nobodyIsRemindedOfWhatWeGaveUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatiencePolicy(HOUR, HOUR, HOUR))
        .withMessage("We give up after PT1H, so a reminder after PT1H is too late");
  }

  @Test
  void thereIsAlwaysTimeToAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatiencePolicy(Duration.ZERO, HOUR, HOUR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatiencePolicy(HOUR, HOUR.multipliedBy(2), HOUR.negated()));
  }
}
