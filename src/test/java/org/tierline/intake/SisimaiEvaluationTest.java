package org.tierline.intake;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How well bounces of some eighty mail systems are understood, against labels made from the part
 * that is meant for machines and from the returned mail.
 */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class SisimaiEvaluationTest {

  private static final Path CORPUS = Corpora.folder("sisimai-bounces");

  /** How many of how many, and which not. */
  private static final class Score {
    private final String name;
    private int right;
    private int all;
    private final List<String> misses = new ArrayList<>();

    private Score(String name) {
      this.name = name;
    }

    private void add(boolean isRight, String file, Object expected, Object found) {
      all++;
      right += isRight ? 1 : 0;
      if (!isRight) {
        misses.add("    %s: expected %s, found %s".formatted(file, expected, found));
      }
    }

    private double share() {
      return right / (double) all;
    }

    private void print() {
      System.out.printf(Locale.ROOT, "sisimai %-28s %d of %d = %.3f%n", name, right, all, share());
      if (Boolean.getBoolean("tierline.corpora.misses")) {
        misses.forEach(System.out::println);
      }
    }
  }

  private final Score bounces = new Score("bounces recognised");
  private final Score notBounces = new Score("others not called bounces");
  private final Score complaints = new Score("feedback reports recognised");
  private final Score absences = new Score("vacation replies recognised");
  private final Score recipients = new Score("recipients");
  private final Score threads = new Score("original Message-ID");
  private final Score tickets = new Score("at the ticket of the original");
  private final Score unanswered = new Score("robots not answered");
  private final Score delayed = new Score("delayed is not final");
  private final Score actions = new Score("actions");
  private final Score named = new Score("bounces naming a recipient");
  private final Score lineEnds = new Score("same with any line ends");

  @Test
  void bouncesOfManySystemsAreUnderstood() throws IOException {
    JsonNode labels = new ObjectMapper().readTree(CORPUS.resolve("labels.json").toFile());
    for (JsonNode label : labels) {
      score(label);
    }

    Map<Score, Double> floors = new LinkedHashMap<>();
    floors.put(bounces, 0.99);
    floors.put(notBounces, 1.0);
    floors.put(complaints, 1.0);
    floors.put(absences, 1.0);
    floors.put(recipients, 0.98);
    floors.put(threads, 0.98);
    floors.put(tickets, 0.98);
    // one mail that is labelled a bounce is that of a person who forwards one, without its marks
    floors.put(unanswered, 0.997);
    floors.put(delayed, 1.0);
    floors.put(actions, 0.98);
    floors.put(named, 0.95);
    floors.put(lineEnds, 1.0);
    floors.keySet().forEach(Score::print);
    assertThat(floors)
        .allSatisfy(
            (score, floor) ->
                assertThat(score.share()).as(score.name).isGreaterThanOrEqualTo(floor));
  }

  /** Those that are bounces carry the part for machines or come from a mailer daemon. */
  @Test
  void noOrdinaryMailIsCalledABounce() throws IOException {
    try (Stream<Path> files = Files.list(Corpora.folder("zammad-mail").resolve("mail"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".box")).sorted().toList()) {
        byte[] raw = Files.readAllBytes(file);
        String text = new String(raw, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean report = text.contains("message/delivery-status");
        if (!report && !text.contains("from: mailer-daemon")) {
          MailKind kind = read(raw).kind();
          notBounces.add(kind != MailKind.BOUNCE, file.toString(), "no bounce", kind);
        }
      }
    }

    notBounces.print();
    assertThat(notBounces.share()).isEqualTo(1);
  }

  private void score(JsonNode label) throws IOException {
    String file = label.get("file").asText();
    byte[] raw = Files.readAllBytes(CORPUS.resolve(file));
    InboundMessage mail = read(raw);
    switch (label.get("category").asText()) {
      case "bounce" -> bounces.add(mail.kind() == MailKind.BOUNCE, file, "a bounce", kind(mail));
      case "feedback-report" ->
          complaints.add(mail.kind() == MailKind.FEEDBACK_REPORT, file, "a complaint", kind(mail));
      case "auto-reply" ->
          absences.add(
              Explanation.word(mail.kind()).equals("auto-reply"),
              file,
              "an auto-reply",
              kind(mail));
      default -> notBounces.add(mail.kind() == MailKind.HUMAN, file, "a person", kind(mail));
    }
    Set<String> expected = lower(texts(label.get("final_recipients")));
    Set<String> found = lower(bounced(mail).map(Bounce.Recipient::address).toList());
    if (!expected.isEmpty()) {
      recipients.add(expected.equals(found), file, expected, found);
    }
    if (label.get("category").asText().equals("bounce")) {
      named.add(!found.isEmpty(), file, "somebody", found);
    }
    String original = label.get("original_message_id").asText("").replaceAll("[<>]", "");
    if (!original.isEmpty()) {
      String id =
          mail.bounce().flatMap(Bounce::originalMessageId).map(i -> i.value()).orElse("none");
      threads.add(id.equals("<" + original + ">"), file, original, id);
    }
    if (!label.get("category").asText().equals("not-bounce")) {
      takeIn(raw, original, file);
    }
    Set<String> expectedActions = lower(texts(label.get("actions")));
    Set<String> foundActions = lower(bounced(mail).map(r -> r.action().name()).toList());
    if (!expectedActions.isEmpty()) {
      actions.add(expectedActions.equals(foundActions), file, expectedActions, foundActions);
    }
    if (expectedActions.equals(Set.of("delayed"))) {
      boolean isFinal = mail.bounce().filter(Bounce::isFinal).isPresent();
      delayed.add(!isFinal, file, "not final", foundActions);
    }
    Object asItCame = List.of(mail.kind(), mail.bounce());
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      InboundMessage twin = read(withLineEnds(raw, lineEnd));
      Object other = List.of(twin.kind(), twin.bounce());
      lineEnds.add(other.equals(asItCame), file, asItCame, other);
    }
  }

  /** What becomes of it at a desk that has a ticket about the mail that came back. */
  private void takeIn(byte[] raw, String original, String file) {
    var desk = new ThreadingDesk();
    if (original.isEmpty()) {
      unanswered.add(!desk.take(raw).isAnswerable(), file, "no answer", "an answer");
      return;
    }
    ReceivedMail request =
        desk.take(
            "From: carla@customer.example\nSubject: Printer\nMessage-ID: <%s>\n\nIt burns.\n"
                .formatted(original));
    ReceivedMail bounce = desk.take(raw);
    boolean isThere =
        bounce.state() == MailState.SUPPRESSED && bounce.ticket().equals(request.ticket());
    tickets.add(isThere, file, request.ticket(), bounce.state() + " " + bounce.ticket());
    unanswered.add(!bounce.isAnswerable(), file, "no answer", "an answer");
  }

  private static Stream<Bounce.Recipient> bounced(InboundMessage mail) {
    return mail.bounce().stream().flatMap(bounce -> bounce.recipients().stream());
  }

  private static InboundMessage read(byte[] raw) {
    try {
      return MailReader.read(raw);
    } catch (UnreadableMailException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] withLineEnds(byte[] raw, String lineEnd) {
    return new String(raw, StandardCharsets.ISO_8859_1)
        .replaceAll("\r\n|\r|\n", lineEnd)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String kind(InboundMessage mail) {
    return mail.kind() + " by " + mail.kindReason();
  }

  private static Set<String> lower(List<String> texts) {
    return texts.stream()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(toCollection(TreeSet::new));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
