package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tierline.platform.TestDatabase;

/**
 * Thousands of made-up and damaged mails take the whole way from the mailbox to the ticket. None
 * may be lost, none may crash or hold up the desk, whatever it looks like.
 */
class MailStormTest {

  private static final int BATCH = 200;

  /** One mail that takes longer hangs. */
  private static final Duration HANGS = Duration.ofSeconds(10);

  private final Random random = new Random(20261124);
  private final IntakeDesk desk = new IntakeDesk(TestDatabase.h2());
  private final Map<MailState, Integer> ends = new EnumMap<>(MailState.class);

  @Test
  void madeUpMailsAllEndSomewhere() {
    var mails = new ArbitraryMails(random);

    storm(1_000, mails::next);

    assertThat(ends.get(MailState.TICKET_CREATED)).isPositive();
  }

  @Test
  void damagedMailsAllEndSomewhere() {
    var mails = new ArbitraryMails(random);
    var mutation = new MailMutation(random);

    storm(1_000, () -> mutation.mutate(mails.next()));
  }

  /** {@code mvn test -Dtest=MailStormTest -Dtierline.corpora=<folder of the corpora>}. */
  @Test
  @EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
  void twentyThousandMadeUpAndDamagedRealMailsAllEndSomewhere() {
    var made = new ArbitraryMails(random);
    var mutation = new MailMutation(random);
    List<byte[]> real = realMails();
    long before = usedHeap();

    storm(4_000, made::next);
    storm(4_000, () -> mutation.mutate(made.next()));
    storm(12_000, () -> mutation.mutate(real.get(random.nextInt(real.size()))));

    long grown = (usedHeap() - before) / (1024 * 1024);
    System.out.printf(
        Locale.ROOT,
        "mail storm               20,000 mails: 0 lost, 0 crashes, 0 hangs, heap %+d MB, %s%n",
        grown,
        ends);
    assertThat(grown).isLessThan(256);
  }

  private void storm(int size, Supplier<byte[]> mails) {
    for (int done = 0; done < size; done += BATCH) {
      for (int i = 0; i < BATCH; i++) {
        desk.mailbox.deliver(mails.get());
        // one by one, so that none can hide behind how quick the others were
        assertTimeoutPreemptively(HANGS, desk::poll);
      }
      List<ReceivedMail> taken = desk.mails();
      assertThat(taken).hasSize(BATCH);
      taken.forEach(mail -> ends.merge(mail.state(), 1, Integer::sum));
      assertThat(taken.stream().filter(MailStormTest::isStuck).map(MailStormTest::story)).isEmpty();
      desk.mailbox.empty();
      desk.forgetMails();
    }
  }

  /** Not at an end, or only because something broke on the way. */
  static boolean isStuck(ReceivedMail mail) {
    return mail.state() == MailState.RECEIVED
        || mail.state() == MailState.UNFETCHED
        || mail.reason().orElse("").matches(".*(Exception|Error): .*");
  }

  static String story(ReceivedMail mail) {
    return mail.state() + " " + mail.subject() + " " + mail.reason();
  }

  private static List<byte[]> realMails() {
    List<byte[]> mails = new ArrayList<>();
    for (String corpus :
        List.of("zammad-mail", "sisimai-bounces", "stalwart-mail-parser", "mime4j", "mikel-mail")) {
      try (Stream<Path> files = Files.walk(Corpora.folder(corpus))) {
        for (Path file :
            files.filter(f -> f.toString().matches(".*\\.(eml|box|msg)")).sorted().toList()) {
          mails.add(Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return mails;
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
