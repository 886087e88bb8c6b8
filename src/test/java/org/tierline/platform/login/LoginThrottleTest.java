package org.tierline.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

  private static final String[] WRONG = {"Authorization", "Basic YW5hOmd1ZXNzZWQ="};

  private final AtomicBoolean away = new AtomicBoolean();

  @Test
  void whileTheAccountsAreAwayNobodysPasswordIsWrong() throws Exception {
    try (var server =
        new HandlerServer(new LoginThrottle(next -> next.setStatusCode(401), away::get))) {
      away.set(true);
      for (int i = 0; i < FailedLogins.MOST_PER_ACCOUNT; i++) {
        HttpResponse<String> answer = server.ask(WRONG);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.body()).contains("The desk's database does not answer");
      }

      away.set(false);
      for (int i = 0; i < FailedLogins.MOST_PER_ACCOUNT; i++) {
        assertThat(server.ask(WRONG).statusCode()).isEqualTo(401);
      }
      assertThat(server.ask(WRONG).statusCode()).isEqualTo(429);
    }
  }
}
