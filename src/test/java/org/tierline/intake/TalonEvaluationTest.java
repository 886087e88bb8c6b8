package org.tierline.intake;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tierline.platform.mail.EmailAddress;

/**
 * Quotes and signatures as another separator finds them. It looks for either alone, so a case about
 * quotes is scored on what remains without them, signature included.
 */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class TalonEvaluationTest {

  private static final Path CORPUS = Corpora.folder("talon-quotations");

  private final CorpusScore plain = new CorpusScore("talon extract_from_plain", 0.95);
  private final CorpusScore visible =
      new CorpusScore("talon extract_from_plain, signature cut, too", 0.9);

  /**
   * Two of ten differ, and one alone would be a tenth: a name before a ruler that may as well be
   * the writer's own, and a mail that is nothing but a quote, where we show the reply in it.
   */
  private final CorpusScore html = new CorpusScore("talon extract_from_html", 0.8);

  private final CorpusScore signature = new CorpusScore("talon extract_signature", 0.85);
  private final CorpusScore text = new CorpusScore("talon extract: text", 0.85);
  private final CorpusScore signed = new CorpusScore("talon extract: signature", 0.85);
  private final CorpusScore standard = new CorpusScore("talon standard replies", 0.95);
  private final CorpusScore clients = new CorpusScore("talon replies of HTML clients", 0.85);

  @Test
  void quotesAndSignatures() throws IOException {
    for (JsonNode test : new ObjectMapper().readTree(CORPUS.resolve("cases.json").toFile())) {
      score(test);
    }
    readStandardReplies();

    CorpusScore.check(plain, visible, html, signature, text, signed, standard);
    CorpusScore.check(
        CorpusScore.together(
            "talon together", 0.85, plain, html, signature, text, signed, standard));
  }

  private void score(JsonNode test) {
    String name = test.get("test").asText();
    JsonNode input = test.get("input");
    JsonNode expected = test.get("expected");
    switch (test.get("method").asText()) {
      case "extract_from_plain" -> {
        String mail = input.asText();
        plain.add(name, expected.asText().strip(), withoutQuotes(mail));
        visible.add(name, expected.asText().strip(), VisibleReply.of(mail).text());
      }
      case "extract_from_html" ->
          html.add(
              name,
              withoutSpace(HtmlMail.text(expected.asText().replace("blockquote", "div"))),
              whole(VisibleReply.ofHtml(input.asText(), Letterhead.NONE)));
      case "extract_signature" -> {
        VisibleReply reply = VisibleReply.of(input.asText());
        signature.add(
            name,
            List.of(expected.get(0).asText().strip(), expected.get(1).asText("").strip()),
            List.of(reply.text(), reply.signature()));
      }
      case "extract.text" ->
          text.add(name, withoutSpace(expected.asText("")), withoutSpace(of(input).text()));
      case "extract.signature" ->
          signed.add(name, withoutSpace(expected.asText("")), withoutSpace(of(input).signature()));
      default -> {
        // html_to_text names files, read below
      }
    }
  }

  private static String withoutQuotes(String mail) {
    List<String> lines = List.of(mail.strip().split("\n", -1));
    return String.join("\n", Quotes.cut(lines, Letterhead.NONE)).strip();
  }

  private static VisibleReply of(JsonNode bodyAndSender) {
    String sender = bodyAndSender.get(1).asText();
    Optional<EmailAddress> address =
        Optional.of(sender).filter(s -> s.contains("@")).map(EmailAddress::new);
    Optional<String> name = Optional.of(sender).filter(s -> !s.contains("@"));
    return VisibleReply.of(bodyAndSender.get(0).asText(), Letterhead.of("", name, address));
  }

  private void readStandardReplies() throws IOException {
    for (Path file : files("fixtures/standard_replies", ".eml")) {
      Path expected =
          file.resolveSibling(file.getFileName().toString().replace(".eml", "_reply_text"));
      InboundMessage mail = CorpusScore.read(file);
      String reply = Files.exists(expected) ? Files.readString(expected) : "Hello";
      standard.add(
          file.getFileName().toString(),
          withoutSpace(reply),
          withoutSpace(mail.visibleReply() + mail.signature()));
    }
  }

  /** The files of these cases may be missing. */
  @Test
  void quotesOfHtmlClients() throws IOException {
    List<Path> replies = files("fixtures/html_replies", ".html");
    assumeThat(replies).isNotEmpty();

    for (Path file : replies) {
      VisibleReply reply = VisibleReply.ofHtml(Files.readString(file), Letterhead.NONE);
      clients.add(file.getFileName().toString(), "Hi.Iamfine.Thanks,Alex", whole(reply));
    }

    CorpusScore.check(clients);
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    Path path = CORPUS.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String whole(VisibleReply reply) {
    return withoutSpace(reply.text() + reply.signature());
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("[\\s\\u00A0]+", "");
  }
}
