package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestClock;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.OutgoingMailFixture;

class IntakeConfigurationTest {

  private static final Brand BRAND =
      new Brand(new HeaderText("Shop"), OutgoingMailFixture.SUPPORT, Optional.empty());

  @Test
  void oneMailboxNeedsNoName() {
    var accounts =
        accounts(
            Map.of("tierline.mail.imap.host", "localhost", "tierline.mail.imap.user", "support"),
            Map.of());

    assertThat(accounts)
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.name()).isEqualTo("support@localhost/INBOX");
              assertThat(account.port()).isEqualTo(143);
              assertThat(account.entrance()).isEmpty();
            });
  }

  @Test
  void eachOfSeveralMayDifferFromWhatAllHaveInCommon() {
    var accounts =
        accounts(
            Map.of(
                "tierline.mail.imap.host", "mail.example",
                "tierline.mail.imap.security", "tls",
                "tierline.mail.mailbox.billing.imap.user", "billing",
                "tierline.mail.mailbox.billing.team", "accounting",
                "tierline.mail.mailbox.support.imap.user", "support",
                "tierline.mail.mailbox.support.imap.host", "other.example"),
            Map.of("billing", BRAND, "support", BRAND));

    assertThat(accounts)
        .extracting(IntakeSettings.MailboxAccount::name)
        .containsExactly("billing@mail.example/INBOX", "support@other.example/INBOX");
    assertThat(accounts).extracting(IntakeSettings.MailboxAccount::port).containsOnly(993);
    assertThat(accounts.get(0).entrance().orElseThrow().team().orElseThrow().value())
        .isEqualTo("accounting");
  }

  @Test
  void noLoginTravelsToAnotherMachineUnprotectedUnlessSomebodyInsists() {
    var keys =
        Map.of("tierline.mail.imap.host", "mail.example", "tierline.mail.imap.password", "s3cret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts(keys, Map.of()))
        .withMessageContaining("tierline.mail.imap.security")
        .withMessageContaining("mail.example")
        .withMessageNotContaining("s3cret");

    var insisting = new HashMap<>(keys);
    insisting.put("tierline.mail.imap.login-in-the-clear", "true");
    assertThat(accounts(insisting, Map.of())).hasSize(1);
    var protectedOnTheWay = new HashMap<>(keys);
    protectedOnTheWay.put("tierline.mail.imap.security", "starttls");
    assertThat(accounts(protectedOnTheWay, Map.of())).hasSize(1);
  }

  @Test
  void whereOneOfSeveralMailboxesIsUnprotectedItIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                accounts(
                    Map.of("tierline.mail.mailbox.billing.imap.host", "mail.example"),
                    Map.of("billing", BRAND)))
        .withMessageContaining("tierline.mail.mailbox.billing.imap.security");
  }

  @Test
  void aMailboxIsReadFromADayOn() {
    assertThat(since("2026-01-31")).contains(Instant.parse("2026-01-31T00:00:00Z"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> since("last week"))
        .withMessageContaining("tierline.mail.imap.since");
  }

  private static Optional<Instant> since(String day) {
    var keys = Map.of("tierline.mail.imap.host", "localhost", "tierline.mail.imap.since", day);
    return accounts(keys, Map.of()).get(0).since();
  }

  @Test
  void withoutAHostNothingIsRead() {
    assertThat(accounts(Map.of(), Map.of())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts(Map.of(), Map.of("billing", BRAND)))
        .withMessageContaining("tierline.mail.mailbox.billing.imap.host");
  }

  @Test
  void oneMailIsOneTicketUnlessEachMailboxIsADeskOfItsOwn() {
    assertThat(IntakeConfiguration.sameMail(config(Map.of()))).isEqualTo(SameMail.ONCE);
    assertThat(
            IntakeConfiguration.sameMail(
                config(Map.of("tierline.intake.same-mail", "once-per-mailbox"))))
        .isEqualTo(SameMail.ONCE_PER_MAILBOX);
  }

  private static List<IntakeSettings.MailboxAccount> accounts(
      Map<String, String> keys, Map<String, Brand> brands) {
    return IntakeConfiguration.mailboxes(config(keys), brands, new TestClock());
  }

  private static Config config(Map<String, String> keys) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) -> Optional.ofNullable(keys.get((String) arguments[0])));
  }
}
