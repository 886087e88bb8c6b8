package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.platform.TestDatabase;

/**
 * Lets folders full of mails that other people collected take the whole way from the mailbox to the
 * ticket, and says what became of each folder's mails. Fails when a single one is lost or makes the
 * desk stumble.
 *
 * <p>Usage: {@code mvn test -Dtest=CorpusEvaluationTest -Dtierline.corpora=<folder of the
 * corpora>}; each corpus is searched for files that look like mails.
 */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class CorpusEvaluationTest {

  static Stream<Path> corpora() {
    return Stream.of(
            "zammad-mail",
            "sisimai-bounces",
            "stalwart-mail-parser",
            "mime4j",
            "rt-mail",
            "mikel-mail",
            "cpython-email-data",
            "peer-misc",
            "talon-quotations")
        .map(Corpora::folder);
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void noMailIsLostAndNoneMakesTheDeskStumble(Path folder) {
    var desk = new IntakeDesk(TestDatabase.h2(), SETTINGS, SEAL, MailBounds.DEFAULT);
    List<byte[]> mails = mails(folder);
    mails.forEach(desk.mailbox::deliver);

    desk.collectMail.collect();
    while (desk.takeInMail.takeInWaiting() > 0) {
      // the next two hundred
    }

    List<ReceivedMail> taken = desk.mails();
    print(folder, taken);
    assertThat(mails).isNotEmpty();
    assertThat(taken).hasSameSizeAs(mails);
    assertThat(taken.stream().filter(MailStormTest::isStuck).map(MailStormTest::story)).isEmpty();
    desk.forgetMails();
  }

  private static void print(Path folder, List<ReceivedMail> taken) {
    Map<MailState, Integer> ends = new TreeMap<>();
    taken.forEach(mail -> ends.merge(mail.state(), 1, Integer::sum));
    long answerable = taken.stream().filter(ReceivedMail::isAnswerable).count();
    System.out.printf("%-24s %s, answerable %d%n", folder.getFileName(), ends, answerable);
    taken.stream()
        .filter(mail -> mail.state() == MailState.QUARANTINED)
        .forEach(mail -> System.out.printf("    quarantined: %s%n", mail.reason().orElse("")));
  }

  private static List<byte[]> mails(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(CorpusEvaluationTest::isMail)
          .sorted()
          .map(CorpusEvaluationTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMail(Path file) {
    String name = file.getFileName().toString();
    boolean mail =
        name.endsWith(".eml")
            || name.endsWith(".box")
            || name.endsWith(".msg")
            || name.matches("msg_\\d+\\.txt")
            || (!name.contains(".") && file.toString().contains("/rt-mail/"));
    return Files.isRegularFile(file) && mail;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
