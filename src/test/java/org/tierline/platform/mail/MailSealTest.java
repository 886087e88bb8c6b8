package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tierline.platform.mail.OutgoingMailFixture.SUPPORT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What the desk sealed is recognised for ever; what anybody else made up never is. */
class MailSealTest {

  private static final String OLD = "the key of last year";
  private static final String NEW = "the key of this year";

  private final MailSeal seal = sealWith(true, OLD);

  @Provide
  static Arbitrary<UUID> tickets() {
    return Arbitraries.longs().tuple2().map(bits -> new UUID(bits.get1(), bits.get2()));
  }

  @Property
  void anIdOfOursSaysWhichTicketAndWhoItWasMeantFor(
      @ForAll("tickets") UUID ticket, @ForAll Audience audience) {
    MailId id = seal.newId(Optional.of(ticket), audience, SUPPORT);

    assertThat(id.value()).endsWith("@tierline.example>");
    assertThat(seal.read(id)).contains(new MailSeal.Sealed(Optional.of(ticket), audience));
    assertThat(seal.read(new MailId(id.value().toUpperCase(Locale.ROOT)))).isPresent();
  }

  @Property
  void aReplyAddressOfOursSaysWhichTicket(@ForAll("tickets") UUID ticket) {
    EmailAddress address = seal.replyAddress(SUPPORT, ticket).orElseThrow();

    assertThat(address.value()).matches("support\\+[0-9a-z]+@tierline\\.example");
    assertThat(seal.ticketOf(address)).contains(ticket);
  }

  @Property
  void anIdWithOneCharacterChangedIsNotOurs(
      @ForAll("tickets") UUID ticket,
      @ForAll @IntRange(max = 200) int place,
      @ForAll @CharRange(from = '!', to = '~') char other) {
    String id = seal.newId(Optional.of(ticket), Audience.CUSTOMER, SUPPORT).value();
    int claimed = id.indexOf('@') - 1; // the domain is only for the looks
    int at = 1 + place % claimed;

    String altered = id.substring(0, at) + other + id.substring(at + 1);

    assertThat(MailId.parse(altered).flatMap(seal::read))
        .isEqualTo(altered.equalsIgnoreCase(id) ? seal.read(new MailId(id)) : Optional.empty());
  }

  @Property
  void aReplyAddressWithOneCharacterChangedIsNotOurs(
      @ForAll("tickets") UUID ticket,
      @ForAll @IntRange(max = 40) int place,
      @ForAll @CharRange(from = '0', to = 'z') char other) {
    String address = seal.replyAddress(SUPPORT, ticket).orElseThrow().value();
    int at = address.indexOf('+') + 1 + place;

    String altered = address.substring(0, at) + other + address.substring(at + 1);

    assertThat(EmailAddress.parse(altered).flatMap(seal::ticketOf))
        .isEqualTo(altered.equalsIgnoreCase(address) ? Optional.of(ticket) : Optional.empty());
  }

  @Property
  void whatStrangersMakeUpIsNotOurs(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 120) String text,
      @ForAll("tickets") UUID ticket) {
    for (String made :
        List.of(
            text,
            "tl." + ticket + ".c" + text,
            "tl." + ticket + ".c00112233445566778899." + "0".repeat(32),
            "tl.desk.s00112233445566778899." + "f".repeat(32))) {
      assertThat(MailId.parse("<" + made + "@tierline.example>").flatMap(seal::read)).isEmpty();
      assertThat(
              EmailAddress.parse("support+" + made + "@tierline.example").flatMap(seal::ticketOf))
          .isEmpty();
    }
  }

  @Property
  void theSealOfAnotherDeskOpensNothingHere(@ForAll("tickets") UUID ticket) {
    MailSeal other = sealWith(true, "the key of another desk");

    assertThat(seal.read(other.newId(Optional.of(ticket), Audience.STAFF, SUPPORT))).isEmpty();
    assertThat(seal.ticketOf(other.replyAddress(SUPPORT, ticket).orElseThrow())).isEmpty();
  }

  @Example
  void afterTheKeyWasChangedOldMailsAreStillAnswered() {
    UUID ticket = UUID.randomUUID();
    MailId id = seal.newId(Optional.of(ticket), Audience.CUSTOMER, SUPPORT);
    EmailAddress address = seal.replyAddress(SUPPORT, ticket).orElseThrow();

    MailSeal changed = sealWith(true, NEW, OLD);

    assertThat(changed.read(id)).isPresent();
    assertThat(changed.ticketOf(address)).contains(ticket);
    MailId newer = changed.newId(Optional.of(ticket), Audience.CUSTOMER, SUPPORT);
    assertThat(sealWith(true, NEW).read(newer)).isPresent();
    assertThat(sealWith(true, OLD).read(newer)).isEmpty();
  }

  @Example
  void aMailAboutNoTicketIsOursToo() {
    MailId id = seal.newId(Optional.empty(), Audience.STAFF, SUPPORT);

    assertThat(seal.read(id)).contains(new MailSeal.Sealed(Optional.empty(), Audience.STAFF));
  }

  @Example
  void whereTheMailboxKnowsNoPlusAddressesThereAreNone() {
    UUID ticket = UUID.randomUUID();
    EmailAddress tooLong = new EmailAddress("the-friendly-support-team@tierline.example");

    assertThat(sealWith(false, OLD).replyAddress(SUPPORT, ticket)).isEmpty();
    assertThat(seal.replyAddress(tooLong, ticket)).isEmpty();
  }

  @Example
  void aKeyThatCanBeGuessedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SealSettings(false, List.of("secret")))
        .withMessageContaining("seal-keys");
    assertThat(new SealSettings(true, List.of(OLD))).asString().doesNotContain(OLD);
  }

  private static MailSeal sealWith(boolean plusAddressing, String... keys) {
    List<byte[]> secrets =
        Stream.of(keys).map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    return new MailSeal(() -> secrets, new SealSettings(plusAddressing, List.of()));
  }
}
