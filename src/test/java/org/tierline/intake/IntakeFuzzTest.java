package org.tierline.intake;

import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SUPPORT;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;

/**
 * What strangers write goes through these methods first. Each takes whatever comes; an ordinary
 * build tries the kept seeds. Ten minutes of looking for more, one method at a time, after {@code
 * mvn test-compile}:
 *
 * <pre>JAZZER_FUZZ=1 mvn surefire:test@fuzz-seeds -Dtest='IntakeFuzzTest#everyMailIsReadOrRefused'
 * </pre>
 *
 * What it finds interesting stays in {@code .cifuzz-corpus}; what breaks a method is written beside
 * the seeds.
 */
class IntakeFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void everyMailIsReadOrRefused(byte[] mail) {
    try {
      ContentKey.of(MailReader.read(mail));
    } catch (UnreadableMailException e) {
      // a clear refusal; the mail waits in quarantine
    }
  }

  @FuzzTest(maxDuration = "10m")
  void everyAddressAndReferenceIsUnderstoodOrPassedOver(byte[] header) {
    String text = new String(header, StandardCharsets.UTF_8);
    Mailboxes.people(text);
    Mailboxes.first(text).ifPresent(person -> readReplyAddress(person.address()));
    EmailAddress.parse(text).ifPresent(IntakeFuzzTest::readReplyAddress);
    MailId.parse(text).ifPresent(SEAL::read);
    MailId.allIn(text).forEach(SEAL::read);
    try {
      new EmailAddress(text);
    } catch (IllegalArgumentException e) {
      // a clear refusal
    }
  }

  /** An address of ours has one form only: what finds a ticket is what we would write for it. */
  private static void readReplyAddress(EmailAddress address) {
    Optional<UUID> ticket = SEAL.ticketOf(address);
    if (ticket.isPresent()) {
      EmailAddress ours = SEAL.replyAddress(SUPPORT, ticket.get()).orElseThrow();
      if (!token(ours).equals(token(address))) {
        throw new IllegalStateException(address + " passes for " + ours);
      }
    }
  }

  private static String token(EmailAddress address) {
    String value = address.value();
    return value.substring(value.indexOf('+'), value.lastIndexOf('@'));
  }

  @FuzzTest(maxDuration = "10m")
  void everyTextHasAVisibleReply(byte[] body) {
    VisibleReply.of(new String(body, StandardCharsets.UTF_8));
  }
}
