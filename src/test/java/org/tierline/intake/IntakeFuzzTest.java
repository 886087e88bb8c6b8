package org.tierline.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
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
    Mailboxes.first(text);
    MailId.parse(text);
    MailId.allIn(text);
    try {
      new EmailAddress(text);
    } catch (IllegalArgumentException e) {
      // a clear refusal
    }
  }

  @FuzzTest(maxDuration = "10m")
  void everyTextHasAVisibleReply(byte[] body) {
    VisibleReply.of(new String(body, StandardCharsets.UTF_8));
  }
}
