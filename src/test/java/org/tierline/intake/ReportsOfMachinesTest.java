package org.tierline.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.platform.mail.MailId;

/**
 * The forms in which the families of mail servers and answering machines write, and what people
 * write about such mails.
 */
class ReportsOfMachinesTest {

  private static final MailId OURS = new MailId("<tl.1.abc@tierline.example>");

  /**
   * What is expected of a mail.
   *
   * @param recipients each with its action and status
   */
  private record Expected(String kind, String recipients, String namesOurs) {

    private static Expected of(String[] columns) {
      return new Expected(columns[1].strip(), columns[2].strip(), columns[3].strip());
    }

    private static Expected found(InboundMessage mail) {
      String recipients =
          mail.bounce().stream()
              .flatMap(bounce -> bounce.recipients().stream())
              .map(one -> one.address() + " " + word(one.action()) + " " + one.status())
              .map(String::strip)
              .collect(joining(", "));
      boolean ours =
          mail.bounce().flatMap(Bounce::originalMessageId).filter(OURS::equals).isPresent();
      return new Expected(
          Explanation.word(mail.kind()),
          recipients.isEmpty() ? "nobody" : recipients,
          ours ? "yes" : "no");
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reports")
  void whatAMachineReportsIsUnderstood(String title, Expected expected, byte[] mail)
      throws UnreadableMailException {
    assertThat(Expected.found(MailReader.read(mail))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void whoWritesAboutSuchMailsIsNoMachine(String title, byte[] mail)
      throws UnreadableMailException {
    InboundMessage read = MailReader.read(mail);

    assertThat(read.bounce()).isEmpty();
    assertThat(read.kind()) // either way they get a ticket
        .isIn(MailKind.HUMAN, MailKind.BULK, MailKind.UNANSWERED);
  }

  private static Stream<Arguments> reports() throws IOException {
    return mails("reports-of-machines.txt")
        .map(
            entry -> {
              String[] columns = title(entry).split("\\|");
              return Arguments.of(columns[0].strip(), Expected.of(columns), mail(entry));
            });
  }

  private static Stream<Arguments> people() throws IOException {
    return mails("people-about-reports.txt")
        .map(entry -> Arguments.of(title(entry).strip(), mail(entry)));
  }

  private static Stream<String> mails(String file) throws IOException {
    try (InputStream in = ReportsOfMachinesTest.class.getResourceAsStream(file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^### ")).skip(1);
    }
  }

  private static String title(String entry) {
    return entry.substring(0, entry.indexOf('\n'));
  }

  private static byte[] mail(String entry) {
    return entry.substring(entry.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
  }
}
