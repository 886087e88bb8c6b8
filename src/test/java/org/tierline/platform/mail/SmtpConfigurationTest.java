package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.platform.TestClock;
import org.tierline.platform.credentials.Proof;

class SmtpConfigurationTest {

  @Test
  void aServerInTheHouseNeedsNoLogin() {
    SmtpSettings settings = settings(Map.of());

    assertThat(settings.login()).isEmpty();
    assertThat(settings).hasToString("localhost:25, protection NONE");
  }

  @ParameterizedTest
  @CsvSource({
    "user, desk, 587",
    "ssl, true, 465",
    "starttls, true, 25",
    "port, 2525, 2525",
  })
  void thePortFollowsFromTheRest(String key, String value, int port) {
    assertThat(settings(Map.of(key, value)).port()).isEqualTo(port);
  }

  @Test
  void saysWhoButNeverThePassword() throws Exception {
    SmtpSettings settings =
        settings(
            Map.of(
                "host", "mail.example",
                "starttls", "true",
                "user", "desk",
                "password", "s3cret",
                "auth", "xoauth2"));

    assertThat(settings).hasToString("desk at mail.example:587, protection STARTTLS");
    SmtpSettings.Login login = settings.login().orElseThrow();
    assertThat(login.proof()).isEqualTo(Proof.XOAUTH2);
    assertThat(login.credentials().current()).isEqualTo("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mail.example", "10.0.0.5", "127.0.0.1.mail.example", "localhost.example"})
  void noPasswordTravelsInTheClearUnlessSomebodyInsists(String host) {
    Map<String, String> keys = Map.of("host", host, "user", "desk", "password", "s3cret");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(keys))
        .withMessageContaining("tierline.mail.smtp.user")
        .withMessageNotContaining("s3cret");
    Map<String, String> insisting = new HashMap<>(keys);
    insisting.put("login-in-the-clear", "true");
    assertThat(settings(insisting).login()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
  void nobodyListensWithinOneMachine(String host) {
    assertThat(settings(Map.of("host", host, "user", "desk")).login()).isPresent();
  }

  private static SmtpSettings settings(Map<String, String> keys) {
    var config =
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) ->
                    Optional.ofNullable(
                        keys.get(((String) arguments[0]).replace("tierline.mail.smtp.", ""))));
    return SmtpConfiguration.of(config, new TestClock());
  }
}
