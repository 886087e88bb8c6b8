package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How mails are understood, against what another helpdesk reads in them. */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class ZammadEvaluationTest {

  private static final Path CORPUS = Corpora.folder("zammad-mail");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The corpus' notes say that the expectation is no better there. */
  private static final String LEFT_IN_UTF_7 = "mail018.json";

  @Test
  void fieldsAreReadAsAnotherHelpdeskReadsThem() throws IOException {
    var subjects = new CorpusScore("zammad subject", 0.98);
    var strictBodies = new CorpusScore("zammad body text, all", 0.93);
    var senders = new CorpusScore("zammad sender", 0.98);
    var names = new CorpusScore("zammad sender's name", 0.95);
    var readers = new CorpusScore("zammad to", 0.98);
    var files = new CorpusScore("zammad attachment names", 0.95);
    var contents = new CorpusScore("zammad attachment contents", 0.93);
    var bodies = new CorpusScore("zammad body text", 0.95);
    for (Path file : list(CORPUS.resolve("expected"))) {
      JsonNode expected = JSON.readTree(file.toFile());
      String name = file.getFileName().toString();
      InboundMessage mail =
          CorpusScore.read(CORPUS.resolve("mail").resolve(name.replace(".json", ".box")));
      if (expected.hasNonNull("subject") && !LEFT_IN_UTF_7.equals(name)) {
        subjects.add(
            name,
            CorpusScore.line(expected.get("subject").asText()),
            CorpusScore.line(mail.subject()));
      }
      if (expected.hasNonNull("from_email")) {
        String from = sender(mail).map(MailPerson::email).orElse("");
        senders.add(name, address(expected.get("from_email").asText()), address(from));
      }
      if (expected.hasNonNull("from_display_name")) {
        names.add(
            name,
            CorpusScore.line(expected.get("from_display_name").asText()),
            sender(mail).map(MailPerson::name).orElse(""));
      }
      if (expected.hasNonNull("to")) {
        readers.add(
            name,
            addresses(expected.get("to").asText()),
            mail.to().stream().map(MailPerson::email).toList());
      }
      if (expected.hasNonNull("body")) {
        String words = CorpusScore.words(expected.get("body").asText());
        String text = CorpusScore.words(mail.text());
        String html = CorpusScore.words(mail.html().orElse(""));
        boolean same = words.equals(text) || words.equals(html);
        strictBodies.add(same, name, words, text + " | " + html);
        if (!LEFT_IN_UTF_7.equals(name)) {
          bodies.add(same, name, words, text + " | " + html);
        }
      }
      files(expected, mail, name, files, contents);
    }
    CorpusScore.check(subjects, senders, names, readers, files, contents, strictBodies, bodies);
  }

  private static Optional<MailPerson> sender(InboundMessage mail) {
    return mail.sender()
        .map(sender -> new MailPerson(mail.senderName().orElse(""), sender.value()))
        .or(() -> mail.from().stream().findFirst());
  }

  /** Some marks are kept there that no address can have. */
  private static String address(String written) {
    return written.toLowerCase(Locale.ROOT).replaceAll("[\\s\"<>]", "");
  }

  private static void files(
      JsonNode expected,
      InboundMessage mail,
      String name,
      CorpusScore names,
      CorpusScore contents) {
    List<String> wanted = new ArrayList<>();
    for (JsonNode file : expected.path("attachments")) {
      String fileName = file.path("filename").asText();
      if (fileName.equals("message.html")) {
        continue;
      }
      wanted.add(CorpusScore.line(fileName));
      if (file.path("encoding").asText().equals("binary")) {
        String hash = file.path("sha256").asText();
        List<String> hashes = mail.files().stream().map(f -> f.content().sha256()).toList();
        contents.add(hashes.contains(hash), name + " " + fileName, hash, hashes);
      }
    }
    if (!wanted.isEmpty()) {
      names.add(name, wanted, mail.files().stream().map(InboundFile::name).toList());
    }
  }

  private static List<String> addresses(String header) {
    return Mailboxes.people(header).stream().map(MailPerson::email).toList();
  }

  @Test
  void mailsBecomeTheTicketsTheyBecomeElsewhere() throws IOException {
    var tickets = new CorpusScore("zammad end to end: ticket or not", 0.97);
    var titles = new CorpusScore("zammad end to end: title", 0.93);
    var texts = new CorpusScore("zammad end to end: text", 0.94);
    for (JsonNode one : JSON.readTree(CORPUS.resolve("process-cases.json").toFile())) {
      byte[] raw =
          one.hasNonNull("mail_file")
              ? Files.readAllBytes(CORPUS.resolve(one.get("mail_file").asText()))
              : one.path("mail").asText().getBytes(UTF_8);
      String name = one.path("mail_file").asText(one.path("test").asText() + one.path("n"));
      InboundMessage mail = CorpusScore.read(raw);
      boolean refused = !one.path("success").asBoolean();
      tickets.add(
          refused ? !mail.mayAnswer() : mail.sender().isPresent(), name, !refused, mail.kind());
      if (one.at("/result/0").hasNonNull("title")) {
        titles.add(name, one.at("/result/0/title").asText(), title(mail));
      }
      if (one.at("/result/1").hasNonNull("body")) {
        String words = CorpusScore.words(one.at("/result/1/body").asText());
        String found = CorpusScore.words(mail.text());
        texts.add(words.equals(found), name, words, found);
      }
    }
    CorpusScore.check(tickets, titles, texts);
  }

  /** What the other helpdesk calls a mail without subject. */
  private static String title(InboundMessage mail) {
    return mail.subject().isEmpty() ? "-" : mail.subject();
  }

  @Test
  void htmlIsHarmlessAndSaysTheSame() throws IOException {
    var harmless = new CorpusScore("zammad html: nothing that acts", 1);
    var visible = new CorpusScore("zammad html: visible text", 0.98);
    var texts = new CorpusScore("zammad html: as text", 0.86);
    for (JsonNode one : JSON.readTree(CORPUS.resolve("html-cases.json").toFile())) {
      String input = one.path("input").asText();
      String expected = one.path("expected").asText();
      String name = one.path("path").asText();
      switch (one.path("method").asText()) {
        case "html2html_strict" -> {
          String clean = HtmlMail.harmless(input);
          harmless.add(isHarmless(clean), name, "nothing that acts", clean);
          String words = CorpusScore.words(expected.replace("#{marker}", ""));
          visible.add(words.equals(CorpusScore.words(clean)), name, expected, clean);
        }
        case "html2text" -> {
          String text = HtmlMail.text(input);
          String words = expected.replaceAll("[^\\p{L}\\p{N}]", "");
          texts.add(words.equals(text.replaceAll("[^\\p{L}\\p{N}]", "")), name, expected, text);
        }
        default -> {} // signatures are judged elsewhere
      }
    }
    CorpusScore.check(harmless, visible, texts);
  }

  private static boolean isHarmless(String html) {
    for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
      if (element.normalName().equals("script") || element.normalName().equals("style")) {
        return false;
      }
      for (Attribute attribute : element.attributes()) {
        String value = attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (attribute.getKey().startsWith("on")
            || value.startsWith("javascript:")
            || (attribute.getKey().equals("style") && value.contains("url("))) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
