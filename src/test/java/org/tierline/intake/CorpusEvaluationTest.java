package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads folders full of mails that other people collected and says what the desk would do with each
 * folder's mails. Fails when a single one makes the reader stumble.
 *
 * <p>Usage: {@code mvn test -Dtest=CorpusEvaluationTest -Dtierline.corpora=<folder of the
 * corpora>}; each corpus is searched for files that look like mails.
 */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class CorpusEvaluationTest {

  private static final long SLOW_MILLISECONDS = 2_000;

  private enum Outcome {
    TICKET,
    SUPPRESSED,
    QUARANTINED,
    EXCEPTION
  }

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int answerable;

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
  void noMailMakesTheReaderStumble(Path folder) {
    read(folder);

    System.out.printf(
        Locale.ROOT, "%-24s %s, answerable %d%n", folder.getFileName(), outcomes, answerable);
    reasons.forEach((why, count) -> System.out.printf("    %4d  %s%n", count, why));
    assertThat(outcomes).isNotEmpty().doesNotContainKey(Outcome.EXCEPTION);
  }

  private void read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> mails = files.filter(CorpusEvaluationTest::isMail).sorted().toList();
      for (Path mail : mails) {
        long start = System.nanoTime();
        outcomes.merge(judge(mail), 1, Integer::sum);
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (milliseconds > SLOW_MILLISECONDS) {
          System.out.printf("    slow: %s %d ms%n", mail, milliseconds);
        }
      }
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

  private Outcome judge(Path file) throws IOException {
    try {
      InboundMessage mail = MailReader.read(Files.readAllBytes(file));
      ContentKey.of(mail);
      answerable += mail.mayAnswer() ? 1 : 0;
      return switch (mail.kind()) {
        case AUTO_REPLY, BOUNCE, FEEDBACK_REPORT -> noted(Outcome.SUPPRESSED, mail.kind().name());
        case HUMAN, BULK ->
            mail.sender().isEmpty()
                ? noted(Outcome.QUARANTINED, "no sender")
                : noted(Outcome.TICKET, mail.kind().name());
      };
    } catch (UnreadableMailException e) {
      return noted(Outcome.QUARANTINED, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      System.out.printf("    %s: %s%n", file, e);
      return noted(Outcome.EXCEPTION, e.getClass().getSimpleName());
    }
  }

  private Outcome noted(Outcome outcome, String why) {
    reasons.merge(outcome + " " + why, 1, Integer::sum);
    return outcome;
  }
}
