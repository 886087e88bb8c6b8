package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 unknown user",
        "550-5.1.1 The email account that you tried to reach does not exist.",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup",
        "554 5.1.2 bad destination system address",
        "550 5.2.1 The mailbox is disabled",
        "550 no such user here",
        "550 <sender.carla@customer.example>: Recipient address rejected: User unknown",
        "550 #5.1.0 User unknown",
        "551 User not local; unknown mailbox",
        "553 invalid recipient",
        "550 Requested action not taken: mailbox unavailable"
      })
  void aWordAboutTheReadersAddressIsOne(String reply) {
    assertThat(BadAddress.isMeantBy(reply)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 relaying denied",
        "550 5.7.1 <carla@customer.example>: Recipient address rejected: user unknown to our policy",
        "552 5.2.2 mailbox full",
        "552 5.3.4 too big",
        "550 5.4.1 no such route",
        "554 5.6.0 content rejected",
        "501 5.1.7 bad sender",
        "553 5.1.8 Sender domain does not exist",
        "550 relaying to this user prohibited, no such account",
        "550 sender unknown, invalid address",
        "550 Requested action not taken: mailbox unavailable. Reject due to policy restrictions",
        "550 Your host 5.1.1.20 is listed",
        "554 no such user here",
        "450 4.1.1 unknown user",
        "no such user",
        ""
      })
  void aWordAboutAnythingElseIsNone(String reply) {
    assertThat(BadAddress.isMeantBy(reply)).isFalse();
  }

  @Test
  void aReportsCodeSaysItAndWhereThatSaysNothingTheAnswerItQuotes() {
    String quoted = "host mx.example [10.0.0.1]\n  said: 550 no such user (in reply to RCPT)";

    assertThat(BadAddress.isReportedBy("5.1.1", "")).isTrue();
    assertThat(BadAddress.isReportedBy("", quoted)).isTrue();
    assertThat(BadAddress.isReportedBy("5.0.0", quoted)).isTrue();

    assertThat(BadAddress.isReportedBy("5.7.1", quoted)).isFalse();
    assertThat(BadAddress.isReportedBy("4.4.7", quoted)).isFalse();
    assertThat(BadAddress.isReportedBy("5.0.0", "550 5.7.1 relaying denied")).isFalse();
    assertThat(BadAddress.isReportedBy("", "it could not be delivered")).isFalse();
  }
}
