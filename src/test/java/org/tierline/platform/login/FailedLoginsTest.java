package org.tierline.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;

class FailedLoginsTest {

  private static final String OFFICE = "192.0.2.7";
  private static final String ELSEWHERE = "198.51.100.9";

  private final TestClock clock = new TestClock();
  private final FailedLogins failedLogins = new FailedLogins(clock);

  @Test
  void afterFiveWrongPasswordsTheAddressWaitsForThatAccount() {
    fail(5, "ana", OFFICE);

    assertThat(failedLogins.tries("ana", OFFICE)).contains(FailedLogins.PAUSE);
    assertThat(failedLogins.tries("ANA", OFFICE)).isPresent();
    assertThat(failedLogins.tries("tom", OFFICE)).isEmpty();
    assertThat(failedLogins.tries("ana", ELSEWHERE)).isEmpty();
  }

  @Test
  void fourMistakesAndTheRightPasswordStartAnew() {
    fail(4, "ana", OFFICE);
    assertThat(failedLogins.tries("ana", OFFICE)).isEmpty();
    failedLogins.succeeded("ana", OFFICE);
    fail(4, "ana", OFFICE);

    assertThat(failedLogins.tries("ana", OFFICE)).isEmpty();
  }

  @Test
  void thePauseEnds() {
    fail(5, "ana", OFFICE);
    clock.pass(FailedLogins.PAUSE.minusSeconds(1));
    assertThat(failedLogins.tries("ana", OFFICE)).contains(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));

    assertThat(failedLogins.tries("ana", OFFICE)).isEmpty();
  }

  @Test
  void whoeverTriesOnePasswordOnManyAccountsWaitsToo() {
    for (int i = 0; i < FailedLogins.MOST_PER_ADDRESS; i++) {
      fail(1, "user" + i, OFFICE);
    }

    assertThat(failedLogins.tries("somebody", OFFICE)).isPresent();
    assertThat(failedLogins.tries("somebody", ELSEWHERE)).isEmpty();
  }

  @Test
  void manyTriesAtOnceAreNotMoreTries() {
    fail(1, "ana", OFFICE);

    int letIn = 0;
    for (int i = 0; i < 100; i++) {
      letIn += failedLogins.tries("ana", OFFICE).isEmpty() ? 1 : 0;
    }

    assertThat(letIn).isEqualTo(FailedLogins.MOST_PER_ACCOUNT - 1);
  }

  @Test
  void aNetworkOfIpv6CountsAsOneAddress() {
    for (int i = 1; i <= 5; i++) {
      fail(1, "ana", "2001:db8:1:2:0:0:0:" + i);
    }

    assertThat(failedLogins.tries("ana", "2001:db8:1:2:0:0:0:99")).isPresent();
    assertThat(failedLogins.tries("ana", "2001:db8:1:3:0:0:0:99")).isEmpty();
  }

  private void fail(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      assertThat(failedLogins.tries(account, address)).isEmpty();
      failedLogins.failed(account, address);
    }
  }
}
