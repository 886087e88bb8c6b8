package org.tierline.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com/services/x",
        "https://hooks.slack.com.evil.example/services/x",
        "https://evil.example/hooks.slack.com",
        "https://hooks.slack.com@evil.example/",
        "https://user@hooks.slack.com/",
        "https://hooks.slack.com:8443/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "/relative"
      })
  void nothingButSlackIsCalled(String address) {
    assertThat(SlackSettings.none().mayCall(URI.create(address))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SlackSettings(
                    Optional.empty(),
                    Optional.of(URI.create(address)),
                    Map.of(),
                    Optional.empty(),
                    SlackSettings.SLACK));
  }

  @Test
  void slackItselfIsCalled() {
    assertThat(
            SlackSettings.none().mayCall(URI.create("https://hooks.slack.com/actions/T0/1/x?y=z")))
        .isTrue();
  }

  @Test
  void channelsAreNamedByTeam() {
    assertThat(SlackConfiguration.channels("tier1=C0123, accounting=G9 "))
        .isEqualTo(Map.of("tier1", "C0123", "accounting", "G9"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlackConfiguration.channels("tier1=C0123,,"))
        .withMessageContaining("tierline.slack.channels");
    assertThatIllegalArgumentException().isThrownBy(() -> SlackConfiguration.channels("C0123"));
  }

  @Test
  void noSecretIsEverShown() {
    var settings =
        new SlackSettings(
            Optional.of("xoxb-secret"),
            Optional.of(URI.create("https://hooks.slack.com/services/secret")),
            Map.of("tier1", "C1"),
            Optional.of("signing-secret"),
            SlackSettings.SLACK);

    assertThat(settings.toString()).doesNotContain("secret");
  }
}
